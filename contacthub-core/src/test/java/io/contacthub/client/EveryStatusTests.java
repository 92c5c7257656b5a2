package io.contacthub.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.Repeatability;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Tests for what is repeated, and what is transient, with every status that there is.
 */
@DisplayName("A request that is answered with any status")
class EveryStatusTests {

	/** The request was certainly not carried out. */
	private static final Set<Integer> REFUSED = Set.of(423, 429);

	/** The request may have been carried out. */
	private static final Set<Integer> OPEN = Set.of(408, 502, 503, 504);

	private int status;

	private boolean retryAfter;

	private int requests;

	private final ThingApi things = ContactHubClient.builder()
		.workspaceId("w1")
		.token("t0ken")
		.requestFactory(server())
		.retry(new RetrySettings(2, Duration.ofMillis(1), 1, Duration.ofMillis(1), Duration.ofMinutes(1), 0))
		.build()
		.createApi(ThingApi.class);

	private ClientHttpRequestFactory server() {
		return (uri, method) -> {
			this.requests++;
			MockClientHttpResponse response = new MockClientHttpResponse("{}".getBytes(StandardCharsets.UTF_8),
					this.status);
			if (this.retryAfter) {
				response.getHeaders().set("Retry-After", "0");
			}
			MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
			request.setResponse(response);
			return request;
		};
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("is made again where that is right, and in no other case")
	void isRepeatedWhereThatIsRight(Method method) {
		SoftAssertions softly = new SoftAssertions();
		everyStatus((answer) -> {
			boolean repeated = REFUSED.contains(answer.status()) || (answer.status() == 503 && answer.retryAfter())
					|| (OPEN.contains(answer.status()) && method.idempotent);
			send(answer, method);
			softly.assertThat(this.requests).as("requests of " + method + " for " + answer).isEqualTo(repeated ? 2 : 1);
		});
		softly.assertAll();
	}

	@Test
	@DisplayName("is told as transient exactly when it may be made again")
	void isTransientWhenItIsRepeatable() {
		SoftAssertions softly = new SoftAssertions();
		everyStatus((answer) -> {
			DataAccessException exception = send(answer, Method.POST);
			boolean temporary = REFUSED.contains(answer.status()) || OPEN.contains(answer.status());
			softly.assertThat(exception instanceof TransientDataAccessException)
				.as(answer + " is transient")
				.isEqualTo(temporary);
			if (exception instanceof ContactHubFailure failure) {
				softly.assertThat(failure.repeatability() != Repeatability.NEVER)
					.as(answer + " is repeatable")
					.isEqualTo(temporary);
			}
			softly.assertThat(exception != null)
				.as(answer + " is a failure")
				.isEqualTo(answer.status() < 200 || answer.status() > 299);
		});
		softly.assertAll();
	}

	private static void everyStatus(Consumer<Answer> check) {
		for (int status = 100; status <= 599; status++) {
			check.accept(new Answer(status, false));
			check.accept(new Answer(status, true));
		}
	}

	private DataAccessException send(Answer answer, Method method) {
		this.status = answer.status();
		this.retryAfter = answer.retryAfter();
		this.requests = 0;
		try {
			method.request.accept(this.things);
			return null;
		}
		catch (DataAccessException ex) {
			return ex;
		}
	}

	private record Answer(int status, boolean retryAfter) {

	}

	private enum Method {

		GET(true, ThingApi::get), HEAD(true, ThingApi::head), PUT(true, ThingApi::put), PATCH(true, ThingApi::patch),
		DELETE(true, ThingApi::delete), POST(false, ThingApi::post);

		private final boolean idempotent;

		private final Consumer<ThingApi> request;

		Method(boolean idempotent, Consumer<ThingApi> request) {
			this.idempotent = idempotent;
			this.request = request;
		}

	}

	/** An operation of each method. */
	@HttpExchange("/things")
	interface ThingApi {

		@GetExchange
		void get();

		@HttpExchange(method = "HEAD")
		void head();

		@PutExchange
		void put();

		@PatchExchange
		void patch();

		@DeleteExchange
		void delete();

		@PostExchange
		void post();

	}

}
