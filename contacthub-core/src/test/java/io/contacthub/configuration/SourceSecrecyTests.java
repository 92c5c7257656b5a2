package io.contacthub.configuration;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.contacthub.WireMockTests;
import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.util.unit.DataSize;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that the token of a source, which only the answer knows, is shown by nothing but
 * {@link Source#token()} and what is asked for all members.
 */
@DisplayName("The token of a source that an answer brings")
class SourceSecrecyTests extends WireMockTests {

	private static final String SECRET = "n3w-t0ken-of-a-source";

	private static final String SOURCE = "{\"id\":\"s1\",\"name\":\"Web\",\"token\":\"" + SECRET + "\"}";

	private static final String PAGE = "\"page\":{\"size\":50,\"totalElements\":1,\"totalPages\":1,\"number\":0}";

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Level level = this.root.getLevel();

	private final SourceRepository sources = workspace()
		.client((client) -> client.observationRegistry(this.registry).maxResponseSize(DataSize.ofKilobytes(4)))
		.build()
		.configuration()
		.sources();

	@BeforeEach
	void listen() {
		this.log.start();
		this.root.addAppender(this.log);
		this.root.setLevel(Level.TRACE);
	}

	@AfterEach
	void stopListening() {
		this.root.setLevel(this.level);
		this.root.detachAppender(this.log);
	}

	static Stream<Named<Consumer<SourceRepository>>> operations() {
		Source source = Source.builder().id("s1").provider(SourceProvider.API).name("a").nodes(List.of()).build();
		return Stream.of(Named.of("refreshToken", (sources) -> sources.refreshToken("s1")),
				Named.of("insert", (sources) -> sources.insert(source)),
				Named.of("replace", (sources) -> sources.replace(source)),
				Named.of("getById", (sources) -> sources.getById("s1")),
				Named.of("findAll by page", (sources) -> sources.findAll(PageRequest.of(0, 50))),
				Named.of("findAll", SourceRepository::findAll));
	}

	@Test
	@DisplayName("is had by its name, as a map and as JSON, and is in no text of what holds it")
	void isInNoText() {
		server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(SOURCE)));
		Source source = this.sources.refreshToken("s1");
		assertThat(source.token()).isEqualTo(SECRET);
		assertThat(source.toMap()).containsEntry("token", SECRET);
		server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{\"elements\":[" + SOURCE + "]," + PAGE + "}")));
		Page<Source> page = this.sources.findAll(PageRequest.of(0, 50));
		assertThat(page.getContent().get(0).token()).isEqualTo(SECRET);
		StringBuilder builders = new StringBuilder();
		source.with((builder) -> builders.append(builder));
		assertThat(List.of(source.toString(), page.toString(), page.getContent().toString(),
				this.sources.findAll().toString(), this.sources.findById("s1").toString(),
				Map.of("a", source).toString(), builders.toString()))
			.allSatisfy((text) -> assertThat(text).isNotEmpty().doesNotContain(SECRET));
		assertNothingTold();
	}

	static Stream<String> unusable() {
		return Stream.of(SOURCE.substring(0, SOURCE.length() - 2), "[" + SOURCE + "]", "\"" + SECRET + "\"", SECRET,
				"<p>" + SECRET + "</p>", SOURCE + "x".repeat(5000),
				"{\"token\":\"" + SECRET + "\",\"a\":\"" + "x".repeat(5000) + "\"}",
				"{\"" + SECRET + "\":" + SECRET + "}", "{\"token\":\"" + SECRET + "\",\"a\":\"\\q\"}");
	}

	@ParameterizedTest
	@MethodSource("operations")
	@DisplayName("is in no part of the failure of an answer that cannot be used, which keeps its status alone")
	void isInNoUnusableAnswer(Consumer<SourceRepository> operation) {
		unusable().forEach((body) -> {
			server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(body)));
			assertFails(operation, (failure) -> {
				assertThat(failure.reason()).isEqualTo(FailureReason.UNREADABLE_ANSWER);
				assertThat(failure.apiError()).isEqualTo(new ApiError(200, null, List.of(), null, null, null));
			});
		});
		assertNothingTold();
	}

	static Stream<String> unusableLists() {
		return Stream.of("{\"elements\":[" + SOURCE + "]}", "{\"elements\":[" + SOURCE + ",null]," + PAGE + "}",
				"{\"elements\":{\"" + SECRET + "\":1}," + PAGE + "}",
				"{\"elements\":[" + SOURCE + "]," + PAGE.replace("\"number\":0", "\"number\":7") + "}",
				"{\"elements\":[" + SOURCE + "],\"page\":{\"number\":\"" + SECRET + "\"}}",
				"{\"elements\":[" + SOURCE.replace("s1", "../" + SECRET) + "]," + PAGE + "}");
	}

	@ParameterizedTest
	@MethodSource("unusableLists")
	@DisplayName("is in no part of the failure of a list that cannot be used")
	void isInNoUnusableList(String body) {
		server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(body)));
		List<Consumer<SourceRepository>> lists = List.of(SourceRepository::findAll,
				(sources) -> sources.findAll(PageRequest.of(0, 50)));
		lists.forEach((list) -> assertFails(list, (failure) -> {
			assertThat(failure.reason()).isEqualTo(FailureReason.UNREADABLE_ANSWER);
			assertThat(failure.apiError()).isEqualTo(new ApiError(200, null, List.of(), null, null, null));
		}));
		assertNothingTold();
	}

	@ParameterizedTest
	@MethodSource("operations")
	@DisplayName("is in no part of the failure of an answer that breaks off")
	void isInNoAnswerThatBreaksOff(Consumer<SourceRepository> operation) {
		ResponseDefinitionBuilder answer = aResponse().withHeader("Content-Length", "1000").withBody(SOURCE);
		server.stubFor(any(anyUrl()).willReturn(answer));
		assertFails(operation, (failure) -> assertThat(failure.reason()).isEqualTo(FailureReason.CONNECTION_LOST));
		assertNothingTold();
	}

	static Stream<String> errors() {
		return Stream.of("{\"message\":\"m\",\"logref\":\"l\",\"errors\":[],\"data\":" + SOURCE + "}",
				"{\"message\":\"m\",\"logref\":\"l\",\"data\":\"" + SECRET + "\",\"errors\":[", "<p>" + SECRET + "</p>",
				SOURCE, SECRET, "[" + SOURCE + "]", SOURCE.substring(0, SOURCE.length() - 2));
	}

	@ParameterizedTest
	@MethodSource("operations")
	@DisplayName("is in no part of the failure of an error, which keeps what ContactHub says but no data and no excerpt")
	void isInNoError(Consumer<SourceRepository> operation) {
		for (int status : new int[] { 302, 400, 401, 403, 404, 409, 500, 503 }) {
			errors().forEach((body) -> {
				server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
				assertFails(operation, (failure) -> {
					assertThat(failure.reason()).isEqualTo(FailureReason.ERROR_STATUS);
					assertThat(failure.apiError().status()).isEqualTo(status);
					assertThat(failure.apiError().data()).isNull();
					assertThat(failure.apiError().body()).isNull();
					assertThat(failure.apiError().message()).isEqualTo(body.contains("\"m\"") ? "m" : null);
				});
			});
		}
		assertNothingTold();
	}

	@Test
	@DisplayName("is not looked for in the answer to a deletion")
	void isNotReadFromDeletions() {
		unusable().forEach((body) -> {
			server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(body)));
			this.sources.deleteById("s1");
		});
		errors().forEach((body) -> {
			server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400).withBody(body)));
			assertFails((sources) -> sources.deleteById("s1"),
					(failure) -> assertThat(failure.apiError().data()).isNull());
		});
		assertNothingTold();
	}

	private void assertFails(Consumer<SourceRepository> operation, Consumer<ContactHubFailure> requirements) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> operation.accept(this.sources))
			.satisfies((ex) -> {
				ContactHubFailure failure = (ContactHubFailure) ex;
				assertThat(List.of(stackTrace(ex), failure.failedOperation().toString(),
						failure.failedOperation().message(), String.valueOf(failure.apiError()),
						String.valueOf(failure.logref())))
					.allSatisfy((text) -> assertThat(text).doesNotContain(SECRET));
				requirements.accept(failure);
			});
	}

	/**
	 * Assert that neither the log, at any level, nor an observation tells the token.
	 */
	private void assertNothingTold() {
		assertThat(this.log.list.stream()
			.map((event) -> event.getLoggerName() + " " + event.getFormattedMessage()
					+ ThrowableProxyUtil.asString(event.getThrowableProxy())))
			.anyMatch((line) -> line.startsWith("org.springframework.web"))
			.noneMatch((line) -> line.contains(SECRET));
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasHandledContextsThatSatisfy((contexts) -> assertThat(contexts).isNotEmpty().allSatisfy((context) -> {
				assertThat(context.getAllKeyValues().toString()).doesNotContain(SECRET);
				assertThat((context.getError() != null) ? stackTrace(context.getError()) : "").doesNotContain(SECRET);
			}));
	}

	private static String stackTrace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

}
