package io.contacthub.autoconfigure.http;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubClientCustomizer;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;

/**
 * Tests for the length that a request is sent with.
 */
@DisplayName("A request")
class RequestLengthTests {

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	@ParameterizedTest
	@CsvSource({ "APACHE, 5", "APACHE, 500", "JETTY, 5", "JETTY, 500", "REACTOR_NETTY, 5", "REACTOR_NETTY, 500",
			"JDK, 5", "JDK, 500" })
	@DisplayName("is sent whole, whatever length the application has set")
	void isSentWhole(Engine engine, long length) {
		server.stubFor(post(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		ContactHubClientCustomizer customizer = (client) -> client
			.restClient((rest) -> rest.defaultHeaders((headers) -> headers.setContentLength(length)));
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
			.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
			.withBean(ContactHubClientCustomizer.class, () -> customizer)
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
					"contacthub.base-url=" + server.baseUrl())
			.run((context) -> context.getBean(CustomerRepository.class)
				.insert(Customer.builder().externalId("e1").build()));
		String body = "{\"externalId\":\"e1\",\"nodeId\":\"n1\"}";
		server.verify(postRequestedFor(anyUrl()).withHeader("Content-Length", equalTo("" + body.length()))
			.withRequestBody(equalToJson(body)));
	}

}
