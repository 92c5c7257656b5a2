package io.contacthub.autoconfigure.actuator;

import java.util.Map;
import java.util.TreeMap;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContactHubActuatorAutoConfiguration}: what the endpoints of the
 * Actuator tell.
 */
@DisplayName("The Actuator")
class ContactHubActuatorAutoConfigurationTests {

	private static final String TOKEN = "s3cret-t0ken-of-the-source";

	private static final String PROXY_PASSWORD = "pr0xy-passw0rd";

	private static final String SCHEMA_TOKEN = "schema-s3cret";

	private static final String OTHER_SCHEMA_TOKEN = "other-schema-s3cret";

	private static final String OTHER_TOKEN = "an0ther-t0ken-of-a-source";

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	@Test
	@DisplayName("tells no token at any of its endpoints, even where it is to show all values")
	void tellsNoToken() {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"secret-id\",\"extra\":\"ann@example.com\"}")));
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "contacthub.workspace-id=w1", "password.of.ours=" + TOKEN,
					"contacthub.token=${password.of.ours}", "contacthub.node-id=n1",
					"contacthub.http.proxy.username=me", "contacthub.http.proxy.password=${proxy.of.ours}",
					"proxy.of.ours=" + PROXY_PASSWORD,
					"the.command.line=app.jar --contacthub.http.proxy.password=" + PROXY_PASSWORD + " --debug",
					"contacthub.workspaces.partner.token=" + OTHER_TOKEN, "schemas.of.ours=" + SCHEMA_TOKEN,
					"contacthub.validation.token=${schemas.of.ours}",
					"contacthub.workspaces.partner.validation.token=" + OTHER_SCHEMA_TOKEN,
					"contacthub.base-url=" + server.baseUrl(), "management.endpoints.web.exposure.include=*",
					"management.endpoint.env.show-values=always", "management.endpoint.configprops.show-values=always",
					"management.endpoint.health.show-details=always", "spring.main.banner-mode=off",
					"logging.level.root=error")
			.run()) {
			application.getBean(CustomerRepository.class).findById("secret-id");
			RestClient client = RestClient.builder()
				.requestFactory(new JdkClientHttpRequestFactory())
				.baseUrl("http://localhost:" + application.getEnvironment().getProperty("local.server.port")
						+ "/actuator")
				.defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
				})
				.build();
			Map<String, String> answers = new TreeMap<>();
			Map<String, Map<String, Map<String, Object>>> links = client.get()
				.retrieve()
				.body(new ParameterizedTypeReference<>() {
				});
			links.get("_links").forEach((name, link) -> {
				// a dump of the heap tells everything, and is off unless it is allowed
				if (link.get("templated").equals(false) && !name.equals("heapdump")) {
					answers.put(name, client.get().uri(String.valueOf(link.get("href"))).retrieve().body(String.class));
				}
			});
			for (String path : new String[] { "/env/contacthub.token", "/env/password.of.ours",
					"/configprops/contacthub", "/metrics/http.client.requests", "/metrics/contacthub.calls",
					"/metrics/contacthub.events.sent" }) {
				answers.put(path, client.get().uri(path).retrieve().body(String.class));
			}
			assertThat(answers).containsKeys("env", "configprops", "beans", "health", "conditions", "metrics");
			assertThat(answers.get("configprops")).contains("\"workspaceId\":\"w1\"", "\"token\":\"******\"");
			assertThat(answers.get("/env/password.of.ours")).contains("******");
			assertThat(answers.get("metrics")).contains("contacthub.calls", "contacthub.events.queued");
			assertThat(answers.get("/metrics/contacthub.calls")).contains("GET /customers/{id}", "\"outcome\"",
					"\"attempts\"");
			assertThat(answers).allSatisfy((name, answer) -> assertThat(String.valueOf(answer)).as(name)
				.doesNotContain(TOKEN, OTHER_TOKEN, SCHEMA_TOKEN, OTHER_SCHEMA_TOKEN, PROXY_PASSWORD, "secret-id",
						"ann@example.com"));
		}
	}

	/** A web application with the Actuator. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
