package io.contacthub.autoconfigure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.http.Engine;
import io.contacthub.configuration.SourceRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that no log tells the token of a source, which the engine hands on with the
 * answer.
 */
@DisplayName("The token of a source that an answer brings")
@ExtendWith(OutputCaptureExtension.class)
class SourceTokenTests {

	private static final String SECRET = "n3w-t0ken-of-a-source";

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
						RestClientAutoConfiguration.class, ContactHubAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
				"contacthub.base-url=" + server.baseUrl() + "/hub/v1", "contacthub.retry.initial-interval=1ms",
				"contacthub.retry.max-interval=5ms");

	@ParameterizedTest
	@EnumSource
	@DisplayName("is in no log, at any level, whether the answer can be used or not, but in that of Jetty itself")
	void isInNoLog(Engine engine, CapturedOutput output) {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		Level level = root.getLevel();
		ListAppender<ILoggingEvent> events = new ListAppender<>();
		// other threads may still log while it is read
		events.list = new CopyOnWriteArrayList<>();
		events.start();
		root.addAppender(events);
		root.setLevel(Level.TRACE);
		try {
			this.runner.withBean(ClientHttpRequestFactoryBuilder.class, engine::builder)
				.run((context) -> refresh(context.getBean(Workspace.class).configuration().sources()));
		}
		finally {
			root.setLevel(level);
			root.detachAppender(events);
		}
		List<String> log = events.list.stream()
			.map((event) -> event.getLoggerName() + " " + event.getFormattedMessage()
					+ ThrowableProxyUtil.asString(event.getThrowableProxy()))
			.toList();
		assertThat(log).anyMatch((line) -> line.startsWith("org.springframework.web.client"));
		List<String> telling = log.stream().filter((line) -> line.contains(SECRET)).toList();
		if (engine == Engine.JETTY) {
			assertThat(telling).isNotEmpty().allMatch((line) -> line.startsWith("org.eclipse.jetty."));
		}
		else {
			assertThat(telling).isEmpty();
			assertThat(output.toString()).doesNotContain(SECRET);
		}
	}

	private static void refresh(SourceRepository sources) {
		String source = "{\"id\":\"s1\",\"token\":\"" + SECRET + "\"}";
		server.stubFor(any(anyUrl()).willReturn(okJson(source)));
		assertThat(sources.refreshToken("s1").token()).isEqualTo(SECRET);
		List.of(aResponse().withBody("<p>" + SECRET), aResponse().withStatus(500).withBody(SECRET),
				aResponse().withStatus(400).withBody("{\"message\":\"m\",\"logref\":\"l\",\"data\":" + source + "}"))
			.forEach((answer) -> {
				server.stubFor(any(anyUrl()).willReturn(answer));
				assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> sources.refreshToken("s1"))
					.satisfies((ex) -> assertThat(stackTrace(ex)).doesNotContain(SECRET));
			});
	}

	private static String stackTrace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

}
