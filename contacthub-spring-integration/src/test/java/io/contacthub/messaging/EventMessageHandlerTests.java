package io.contacthub.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkStoppedException;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.Repeatability;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.InOrder;

import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.MessageHandlingException;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.messaging.support.GenericMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/**
 * Events of messages.
 */
@DisplayName("A message handler of events")
class EventMessageHandlerTests extends AbstractEmulatedNodeTests {

	private static final String MEND = ": make an event of it before, such as by .transform(...), or give its JSON as "
			+ "a text, bytes, JsonNode or JsonObject, or a List of these";

	private static final String JSON = """
			{"customerId":"c1","type":"loggedIn","context":"WEB","date":"2026-01-01T10:00:00.000Z",\
			"properties":{}}""";

	static Stream<Object> forms() {
		JsonObject object = ContactHubJson.mapper().readValue(JSON, JsonObject.class);
		return Stream.of(Event.of(object), JSON, JSON.getBytes(StandardCharsets.UTF_8), object,
				ContactHubJson.mapper().readTree(JSON));
	}

	static Stream<Arguments> wrong() {
		return Stream.of(Arguments.of("secret", "The payload is no JSON object"),
				Arguments.of("[{\"secret\":1}]", "The payload is no JSON object"),
				Arguments.of("{\"type\":\"secret\"", "The payload: the JSON is not closed"),
				Arguments.of(JSON + "secret", "The payload is no JSON object"),
				Arguments.of("null", "The payload is no JSON object"),
				Arguments.of("{\"order\":\"secret\",\"id\":\"secret\"}",
						"The payload is a JSON object without a member that an event has"),
				Arguments.of(ContactHubJson.mapper().readTree("\"secret\""), "The payload is no JSON object"),
				Arguments.of(new StringBuilder("secret"), "The payload is of the type java.lang.StringBuilder"),
				Arguments.of(List.of(JSON, "secret"), "Element 1 of the payload is no JSON object"),
				Arguments.of(Arrays.asList(JSON, null), "Element 1 of the payload is null, which is nothing to send"));
	}

	private static Event event(String customerId) {
		return Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byCustomerId(customerId).at("2026-01-01T10:00:00Z");
	}

	private static void send(MessageHandler handler, Object payload) {
		handler.handleMessage(new GenericMessage<>(payload));
	}

	/**
	 * Through a repository.
	 */
	@Nested
	@DisplayName("through a repository")
	class Repository {

		private final EventMessageHandler handler = new EventMessageHandler(hub.node().events());

		@ParameterizedTest
		@MethodSource("io.contacthub.messaging.EventMessageHandlerTests#forms")
		@DisplayName("sends the same request, whatever form the event has")
		void sends(Object payload) {
			send(this.handler, payload);
			hub.verifyRequests(1);
			hub.verify(1, WireMock.postRequestedFor(WireMock.urlPathMatching(".*/events"))
				.withRequestBody(WireMock.equalToJson(JSON, false, false)));
		}

		@ParameterizedTest
		@MethodSource("io.contacthub.messaging.EventMessageHandlerTests#wrong")
		@DisplayName("says what is wrong with a payload and how to mend it, but not what is in it, and sends nothing")
		void refuses(Object payload, String fault) {
			assertThatExceptionOfType(MessageConversionException.class).isThrownBy(() -> send(this.handler, payload))
				.withMessage(fault + MEND)
				.withNoCause();
			hub.verifyRequests(0);
		}

		@Test
		@DisplayName("fails when ContactHub does, so that the message is not acknowledged")
		void fails() {
			hub.answerEvents("c1", WireMock.aResponse().withStatus(503).withHeader("Retry-After", "1"));
			assertThatExceptionOfType(MessageHandlingException.class).isThrownBy(() -> send(this.handler, event("c1")))
				.satisfies((ex) -> assertThat(ContactHubFailure.in(ex)).map(ContactHubFailure::repeatability)
					.contains(Repeatability.ALWAYS));
			hub.verifyRequests(1);
		}

		@Test
		@DisplayName("tries all events of a list, and fails once, naming each that was refused")
		void triesAll() {
			hub.answerEvents("refused", WireMock.badRequest());
			List<Event> events = List.of(event("c0"), event("refused-1"), event("c2"), event("refused-3"), event("c4"));
			assertThatExceptionOfType(MessageHandlingException.class).isThrownBy(() -> send(this.handler, events))
				.havingCause()
				.isInstanceOfSatisfying(ItemsNotWrittenException.class,
						(ex) -> assertThat(ex.problems()).extracting(BulkOutcome::position).containsExactly(1L, 3L))
				.withMessageStartingWith("2 of 5 events were not written; element 1: POST /events")
				.withMessageContaining("; element 3: POST /events")
				.havingCause()
				.isInstanceOf(ContactHubFailure.class);
			hub.verifyRequests(5);
			for (String customer : List.of("c0", "c2", "c4")) {
				hub.verify(1, WireMock.postRequestedFor(WireMock.urlPathMatching(".*/events"))
					.withRequestBody(WireMock.matchingJsonPath("$.customerId", WireMock.equalTo(customer))));
			}
		}

		@Test
		@DisplayName("names the first twenty only, and how many there are beside")
		void namesFew() {
			hub.answerEvents("refused", WireMock.badRequest());
			List<Event> events = new ArrayList<>();
			for (int i = 0; i < 23; i++) {
				events.add(event("refused"));
			}
			assertThatExceptionOfType(MessageHandlingException.class).isThrownBy(() -> send(this.handler, events))
				.havingCause()
				.withMessageStartingWith("23 of 23 events were not written; element 0: ")
				.withMessageContaining("; element 19: ")
				.withMessageEndingWith("; and 3 more");
		}

		@Test
		@DisplayName("says why the rest of a list was not tried")
		void stops() {
			hub.answerEvents("c", WireMock.unauthorized());
			assertThatExceptionOfType(MessageHandlingException.class)
				.isThrownBy(() -> send(this.handler, List.of(event("c0"), event("c1"))))
				.havingCause()
				.isInstanceOf(ItemsNotWrittenException.class)
				.withMessageStartingWith("2 of 2 events were not written; Stopped before item 0: ")
				.withCauseInstanceOf(BulkStoppedException.class);
		}

		@Test
		@DisplayName("does nothing with an empty list")
		void takesEmptyList() {
			send(this.handler, List.of());
			hub.verifyRequests(0);
		}

	}

	/**
	 * Through a publisher.
	 */
	@Nested
	@DisplayName("through a publisher")
	class Publisher {

		private final EventPublisher publisher = mock(EventPublisher.class);

		private final EventMessageHandler handler = new EventMessageHandler(this.publisher);

		@ParameterizedTest
		@MethodSource("io.contacthub.messaging.EventMessageHandlerTests#forms")
		@DisplayName("publishes the same event, whatever form it has")
		void publishes(Object payload) {
			given(this.publisher.publish(any())).willReturn(true);
			send(this.handler, payload);
			then(this.publisher).should().publish(Event.of(ContactHubJson.mapper().readValue(JSON, JsonObject.class)));
		}

		@Test
		@DisplayName("publishes the events of a list in their order")
		void publishesList() {
			given(this.publisher.publish(any())).willReturn(true);
			send(this.handler, List.of(event("c0"), JSON));
			InOrder order = inOrder(this.publisher);
			order.verify(this.publisher).publish(event("c0"));
			order.verify(this.publisher).publish(any());
			order.verifyNoMoreInteractions();
		}

		@Test
		@DisplayName("publishes none of a list of which one is no event")
		void publishesNone() {
			assertThatExceptionOfType(MessageConversionException.class)
				.isThrownBy(() -> send(this.handler, List.of(event("c0"), "secret")));
			then(this.publisher).should(never()).publish(any());
		}

		@Test
		@DisplayName("fails when the event is dropped, so that the message is not acknowledged")
		void noticesDropped() {
			given(this.publisher.publish(any())).willReturn(false);
			assertThatExceptionOfType(MessageDeliveryException.class).isThrownBy(() -> send(this.handler, event("c1")))
				.withMessageStartingWith("The event was dropped, since the queue of the publisher is full");
		}

		@Test
		@DisplayName("fails as the publisher does")
		void failsAsPublisher() {
			given(this.publisher.publish(any())).willThrow(new RejectedExecutionException("The publisher is closed"));
			assertThatExceptionOfType(MessageHandlingException.class).isThrownBy(() -> send(this.handler, event("c1")))
				.havingCause()
				.isInstanceOf(RejectedExecutionException.class);
			then(this.publisher).should(times(1)).publish(any());
		}

		@Test
		@DisplayName("refuses settings that it would not use")
		void refusesSettings() {
			assertThatIllegalStateException().isThrownBy(() -> this.handler.setBulkSettings(BulkSettings.defaults()))
				.withMessage("A publisher takes one event after the other: give its own settings instead");
		}

	}

}
