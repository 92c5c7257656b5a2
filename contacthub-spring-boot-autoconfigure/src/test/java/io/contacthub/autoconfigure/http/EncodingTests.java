package io.contacthub.autoconfigure.http;

import java.util.Locale;

import javax.net.ServerSocketFactory;

import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the encodings that answers are asked for in.
 */
@DisplayName("A request")
class EncodingTests {

	@ParameterizedTest
	@EnumSource
	@DisplayName("asks for gzip when the engine unpacks it, and else for the content as it is")
	void asksForWhatItReads(Engine engine) throws Exception {
		try (KeepingServer server = new KeepingServer(ServerSocketFactory.getDefault())) {
			runner(engine, server).run((context) -> context.getBean(CustomerRepository.class).getById("c1"));
			boolean unpacks = engine == Engine.APACHE || engine == Engine.REACTOR_NETTY;
			assertThat(head(server)).containsOnlyOnce("accept-encoding: ")
				.containsPattern(unpacks ? "accept-encoding: [^\\r]*gzip" : "accept-encoding: identity\\r");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "JDK", "JETTY" })
	@DisplayName("asks for what the application wants")
	void asksForWhatApplicationWants(Engine engine) throws Exception {
		try (KeepingServer server = new KeepingServer(ServerSocketFactory.getDefault())) {
			runner(engine, server)
				.withBean(RestClientCustomizer.class,
						() -> (client) -> client.defaultHeader("Accept-Encoding", "br;q=0, identity"))
				.run((context) -> context.getBean(CustomerRepository.class).getById("c1"));
			assertThat(head(server)).containsOnlyOnce("accept-encoding: ")
				.contains("accept-encoding: br;q=0, identity");
		}
	}

	@Test
	@DisplayName("asks for the content as it is without Spring Boot, too")
	void asksWithoutSpringBoot() throws Exception {
		try (KeepingServer server = new KeepingServer(ServerSocketFactory.getDefault())) {
			Workspace workspace = Workspace.builder()
				.id("w1")
				.baseUrl("http://localhost:" + server.port())
				.client((client) -> client.token("t"))
				.build();
			workspace.node("n1").customers().getById("c1");
			assertThat(head(server)).containsOnlyOnce("accept-encoding: ").contains("accept-encoding: identity");
		}
	}

	private static String head(KeepingServer server) {
		assertThat(server.requests()).hasSize(1);
		return server.requests().get(0).toLowerCase(Locale.ROOT);
	}

	private static ApplicationContextRunner runner(Engine engine, KeepingServer server) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
			.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1",
					"contacthub.base-url=http://localhost:" + server.port());
	}

}
