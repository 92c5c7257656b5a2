package io.contacthub.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.contacthub.WireMockTests;
import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.service.annotation.GetExchange;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link Confidential}.
 */
@DisplayName("An answer that holds a secret")
class ConfidentialTests extends WireMockTests {

	private static final String SECRET = "s3cret";

	private static final String REFUSAL = """
			{"message":"The source is not valid","logref":"l1","data":{"token":"%1$s"},
			"errors":[{"message":"unknown","path":"/x","code":7,"data":{"token":"%1$s"}}]}""".formatted(SECRET);

	private final SecretApi secrets = workspace()
		.client((client) -> client.maxResponseSize(DataSize.ofBytes(500)).retry(RetrySettings.none()))
		.build()
		.client()
		.createApi(SecretApi.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.log.start();
		for (String name : List.of("io.contacthub", "org.springframework")) {
			Logger logger = (Logger) LoggerFactory.getLogger(name);
			logger.setLevel(Level.TRACE);
			logger.setAdditive(false);
			logger.addAppender(this.log);
		}
	}

	@AfterEach
	void stopListening() {
		for (String name : List.of("io.contacthub", "org.springframework")) {
			Logger logger = (Logger) LoggerFactory.getLogger(name);
			logger.setLevel(null);
			logger.setAdditive(true);
			logger.detachAppender(this.log);
		}
	}

	static Stream<Named<ResponseDefinitionBuilder>> answers() {
		String document = "{\"token\":\"" + SECRET + "\"}";
		return Stream.of(Named.of("that breaks off", okJson("{\"token\":\"" + SECRET)),
				Named.of("of another type", okJson("{\"token\":{\"" + SECRET + "\":\"" + SECRET + "\"}}")),
				Named.of("that is no JSON", okJson(SECRET)), Named.of("that is HTML", okJson("<p>" + SECRET + "</p>")),
				Named.of("that is too long", okJson("{\"token\":\"" + SECRET.repeat(200) + "\"}")),
				Named.of("that its type refuses", okJson("{\"token\":\"no " + SECRET + "\"}")),
				Named.of("of a proxy that fails", status(502).withBody("<p>" + SECRET + "</p>")),
				Named.of("with a status of failure", status(500).withBody(document)),
				Named.of("with a redirect", status(302).withBody(document)),
				Named.of("that refuses and repeats it", jsonResponse(REFUSAL, 400)));
	}

	@ParameterizedTest
	@MethodSource("answers")
	@DisplayName("is kept in no part of a failure")
	void isKeptNowhere(ResponseDefinitionBuilder answer) {
		server.stubFor(any(anyUrl()).willReturn(answer));
		assertThat(told(this.secrets::open)).as("what is told without the annotation").contains(SECRET);
		this.log.list.clear();
		assertThat(told(this.secrets::get)).doesNotContain(SECRET);
		assertThat(told(this.secrets::entity)).doesNotContain(SECRET);
		assertThat(this.log.list).extracting(ILoggingEvent::getFormattedMessage)
			.isNotEmpty()
			.noneMatch((line) -> line.contains(SECRET));
	}

	private static String told(Runnable call) {
		DataAccessException thrown = catchThrowableOfType(DataAccessException.class, call::run);
		ContactHubFailure failure = (ContactHubFailure) thrown;
		StringWriter text = new StringWriter();
		thrown.printStackTrace(new PrintWriter(text));
		return text + " " + failure.failedOperation() + " " + failure.apiError();
	}

	@Test
	@DisplayName("is nothing that ContactHub says of a request")
	void keepsFaults() {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse(REFUSAL, 400)));
		DataAccessException thrown = catchThrowableOfType(DataAccessException.class, this.secrets::get);
		assertThat(thrown)
			.hasMessage("GET /secret failed: status 400, message: The source is not valid, errors: [unknown at /x], "
					+ "logref: l1");
		assertThat(((ContactHubFailure) thrown).apiError()).isEqualTo(new ApiError(400, "The source is not valid",
				List.of(new ApiError.Item("unknown", "/x", null, 7)), null, "l1", null));
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"token\":\"no " + SECRET + "\"}")));
		thrown = catchThrowableOfType(DataAccessException.class, this.secrets::get);
		assertThat(thrown).hasMessage("GET /secret failed: the answer cannot be used").hasNoCause();
		assertThat(((ContactHubFailure) thrown).apiError())
			.isEqualTo(new ApiError(200, null, List.of(), null, null, null));
		server.stubFor(any(anyUrl()).willReturn(okJson("{")));
		thrown = catchThrowableOfType(DataAccessException.class, this.secrets::get);
		assertThat(thrown).hasMessage("GET /secret failed: the answer could not be read").hasNoCause();
	}

	@Test
	@DisplayName("is not quoted by the engine either, which tells where it failed")
	void keepsPlaceOfFailure() {
		server.stubFor(any(anyUrl()).willReturn(okJson(SECRET).withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
		DataAccessException thrown = catchThrowableOfType(DataAccessException.class, this.secrets::get);
		assertThat(thrown.getCause())
			.hasMessageEndingWith("(its message is left out, since the answer is confidential)");
		assertThat(thrown.getCause().getStackTrace()).isNotEmpty();
		SecretApi unreachable = workspace().baseUrl("http://localhost:1").build().client().createApi(SecretApi.class);
		thrown = catchThrowableOfType(DataAccessException.class, unreachable::get);
		assertThat(thrown).hasMessageContaining("ContactHub could not be reached");
		assertThat(String.valueOf(thrown.getCause())).doesNotContain("confidential");
	}

	/** An interface of an application. */
	interface SecretApi {

		@GetExchange("/secret")
		@Confidential
		Secret get();

		@GetExchange("/secret")
		@Confidential
		ResponseEntity<Secret> entity();

		@GetExchange("/secret")
		Secret open();

	}

	/** What holds a secret. */
	record Secret(String token) {

		Secret {
			if (token != null && token.startsWith("no ")) {
				throw new UnusableAnswerException("its token is " + token);
			}
		}

	}

}
