package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.contacthub.WireMockTests;
import io.contacthub.client.IllegalDocumentException;
import io.contacthub.client.RetrySettings;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link EventFate}.
 */
@DisplayName("The fate of an event in a table")
class EventFateTests extends WireMockTests {

	private static final String ERROR = "{\"message\":\"m\",\"logref\":\"l1\",\"data\":null,\"errors\":[]}";

	private static final Event EVENT = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).withCustomerId("c1");

	private final EventRepository events = workspace()
		.client((client) -> client.retry(RetrySettings.none()).callTimeout(Duration.ofSeconds(5)))
		.build()
		.node("n1")
		.events();

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "400, REFUSED", "404, REFUSED", "409, REFUSED", "410, REFUSED", "413, REFUSED", "415, REFUSED",
			"422, REFUSED", "401, PUT_OFF_WITH_ALL", "403, PUT_OFF_WITH_ALL", "405, PUT_OFF_WITH_ALL",
			"302, PUT_OFF_WITH_ALL", "408, PUT_OFF", "423, PUT_OFF", "425, PUT_OFF", "429, PUT_OFF", "500, PUT_OFF",
			"501, PUT_OFF", "502, PUT_OFF", "503, PUT_OFF", "504, PUT_OFF" })
	@DisplayName("is that of its status")
	void ofStatus(int status, EventFate fate) {
		assertThat(EventFate.of(failure(jsonResponse(ERROR, status)))).isEqualTo(fate);
	}

	@ParameterizedTest
	@CsvSource({ "404", "410" })
	@DisplayName("is not decided by a server that is not ContactHub")
	void ofForeignServer(int status) {
		assertThat(EventFate.of(failure(aResponse().withStatus(status).withBody("<html>"))))
			.isEqualTo(EventFate.PUT_OFF_WITH_ALL);
	}

	@Test
	@DisplayName("is a later attempt when the connection is lost")
	void ofLostConnection() {
		assertThat(EventFate.of(failure(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))))
			.isEqualTo(EventFate.PUT_OFF);
	}

	@Test
	@DisplayName("is left to people when there was success that cannot be read")
	void ofUnreadableAnswer() {
		answer(get(WORKSPACE + "/events/e1"), "Welcome");
		assertThat(EventFate.of(catchThrowable(() -> this.events.getById("e1")))).isEqualTo(EventFate.REFUSED);
	}

	@Test
	@DisplayName("is refusal when the event is known to be wrong before it is sent")
	void ofWrongEvents() {
		EventRepository validated = workspace()
			.client((client) -> client.documentValidator((own) -> (operation, document) -> {
				throw new IllegalDocumentException(operation, "the properties", List.of());
			}))
			.build()
			.node("n1")
			.events();
		assertThat(EventFate.of(catchThrowable(() -> validated.add(EVENT)))).isEqualTo(EventFate.REFUSED);
		assertThat(EventFate.of(catchThrowable(() -> this.events.add(EVENT.withCustomerId(null)))))
			.isEqualTo(EventFate.REFUSED);
		assertThat(EventFate.of(catchThrowable(() -> this.events.add(Event.of(Map.of("type", "long", "context", "WEB",
				"customerId", "c1", "properties", Map.of("text", "x".repeat(70_000))))))))
			.isEqualTo(EventFate.REFUSED);
	}

	@Test
	@DisplayName("is not decided by what gives the token, or by an interceptor")
	void ofOthers() {
		RuntimeException sealed = new NumberFormatException("vault is sealed");
		EventRepository withoutToken = workspace().client((client) -> client.token(() -> {
			throw sealed;
		})).build().node("n1").events();
		assertThat(EventFate.of(catchThrowable(() -> withoutToken.add(EVENT)))).isEqualTo(EventFate.PUT_OFF);
		EventRepository intercepted = workspace().client(
				(client) -> client.restClient((builder) -> builder.requestInterceptor((request, body, execution) -> {
					throw sealed;
				})))
			.build()
			.node("n1")
			.events();
		assertThat(EventFate.of(catchThrowable(() -> intercepted.add(EVENT)))).isEqualTo(EventFate.PUT_OFF);
	}

	@Test
	@DisplayName("is that of what an application has made of the failure")
	void ofOtherExceptions() {
		assertThat(EventFate.of(new DataIntegrityViolationException("400"))).isEqualTo(EventFate.REFUSED);
		assertThat(EventFate.of(new EmptyResultDataAccessException(1))).isEqualTo(EventFate.PUT_OFF);
		assertThat(EventFate.of(new PermissionDeniedDataAccessException("401", null)))
			.isEqualTo(EventFate.PUT_OFF_WITH_ALL);
		assertThat(EventFate.of(new QueryTimeoutException("504"))).isEqualTo(EventFate.PUT_OFF);
		assertThat(EventFate.of(new NoClassDefFoundError("x"))).isEqualTo(EventFate.PUT_OFF);
	}

	private Throwable failure(ResponseDefinitionBuilder answer) {
		server.stubFor(post(WORKSPACE + "/events").willReturn(answer));
		return catchThrowable(() -> this.events.add(EVENT));
	}

}
