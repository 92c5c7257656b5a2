package io.contacthub.autoconfigure.tracing;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.Node;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ContactHubTracingAutoConfiguration}.
 */
@DisplayName("A request")
class ContactHubTracingAutoConfigurationTests {

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	private static final Event EVENT = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byCustomerId("c1");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ContactHubAutoConfiguration.class, ContactHubTracingAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
				"contacthub.base-url=" + server.baseUrl());

	@Test
	@DisplayName("names the present trace under the name that is set, or not at all")
	void namesTrace() {
		server.stubFor(post(urlPathMatching(".*/events")).willReturn(status(202)));
		Tracer tracer = mock();
		Span span = mock();
		TraceContext trace = mock();
		given(tracer.currentSpan()).willReturn(span);
		given(span.context()).willReturn(trace);
		given(trace.traceId()).willReturn("4bf92f3577b34da6a3ce929d0e0e4736");
		ApplicationContextRunner traced = this.runner.withBean(Tracer.class, () -> tracer);
		traced.run((context) -> context.getBean(Node.class).events().add(EVENT));
		server.verify(1, postRequestedFor(urlPathMatching(".*")).withHeader("Contactlab-Tracing-ID",
				equalTo("4bf92f3577b34da6a3ce929d0e0e4736")));
		server.resetRequests();
		traced.withPropertyValues("contacthub.http.tracing-header=X-Tracing-ID")
			.run((context) -> context.getBean(Node.class).events().add(EVENT));
		server.verify(1, postRequestedFor(urlPathMatching(".*")).withHeader("X-Tracing-ID",
				equalTo("4bf92f3577b34da6a3ce929d0e0e4736")));
		server.resetRequests();
		traced.withPropertyValues("contacthub.http.tracing-header=")
			.run((context) -> context.getBean(Node.class).events().add(EVENT));
		this.runner.run((context) -> context.getBean(Node.class).events().add(EVENT));
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer.tracing"))
			.run((context) -> context.getBean(Node.class).events().add(EVENT));
		server.verify(3,
				postRequestedFor(urlPathMatching(".*")).withoutHeader("Contactlab-Tracing-ID")
					.withoutHeader("X-Tracing-ID")
					.withRequestBody(equalToJson("{\"type\":\"loggedIn\"}", true, true)));
	}

}
