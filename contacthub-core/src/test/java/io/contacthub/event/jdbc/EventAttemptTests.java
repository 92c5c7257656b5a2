package io.contacthub.event.jdbc;

import java.time.Duration;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.contacthub.WireMockTests;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link EventAttempt}.
 */
@DisplayName("What is kept of a failure")
class EventAttemptTests extends WireMockTests {

	@Test
	@DisplayName("is what helps to find it, and nothing of the event that an answer repeats")
	void nothingOfTheEvent() {
		assertThat(reason(jsonResponse("""
				{"message":"ada@example.org is invalid","data":{"email":"ada@example.org"},"logref":"l1",\
				"errors":[{"message":"'ada@example.org' is none","path":"/properties/email","code":7,\
				"data":"ada@example.org"},{"message":"ada@example.org","code":"ada@example.org"}]}""", 400))).matches(
				"POST .*/events failed: ERROR_STATUS, status 400, errors: \\[code 7 at /properties/email, somewhere\\],"
						+ " logref: l1");
		assertThat(reason(jsonResponse("ada@example.org", 502))).contains("status 502")
			.doesNotContain("ada@example.org");
	}

	@Test
	@DisplayName("is the kind of one that is the application's")
	void ofApplication() {
		assertThat(attempt(new IllegalStateException("ada@example.org")).reason())
			.startsWith("java.lang.IllegalStateException at " + EventAttemptTests.class.getName() + ".ofApplication(");
	}

	private String reason(ResponseDefinitionBuilder answer) {
		server.stubFor(post(WORKSPACE + "/events").willReturn(answer));
		return attempt(catchThrowable(() -> this.node.events()
			.add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).withCustomerId("ada@example.org")))).reason();
	}

	private static EventAttempt attempt(Throwable failure) {
		return new EventAttempt(new ClaimedEvent(1, "{}", null, null, 0, false), EventFate.PUT_OFF, null, failure,
				Duration.ZERO);
	}

}
