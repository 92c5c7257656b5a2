package io.contacthub.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.Repeatability;
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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is repeated, and what is transient, with every status that there is.
 */
@DisplayName("A request that is answered with any status")
class EveryStatusTests {

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
		assertThat(answers((answer) -> {
			send(answer, method);
			return this.requests == 2;
		})).isEqualTo(answers((answer) -> isRefused(answer) || (isOpen(answer) && method.idempotent)));
	}

	@Test
	@DisplayName("is told as transient exactly when it may be made again")
	void isTransientWhenItMayBeMadeAgain() {
		List<Answer> temporary = answers((answer) -> isRefused(answer) || isOpen(answer));
		assertThat(answers((answer) -> send(answer, Method.POST) instanceof TransientDataAccessException))
			.isEqualTo(temporary);
		assertThat(answers((answer) -> send(answer, Method.POST) instanceof ContactHubFailure failure
				&& failure.repeatability() != Repeatability.NEVER))
			.isEqualTo(temporary);
	}

	@Test
	@DisplayName("is a failure unless the status says success")
	void failsUnlessStatusSaysSuccess() {
		assertThat(answers((answer) -> send(answer, Method.POST) == null))
			.isEqualTo(answers((answer) -> answer.status() / 100 == 2));
	}

	/**
	 * Whether the request was certainly not carried out, and may succeed later.
	 */
	private static boolean isRefused(Answer answer) {
		return List.of(423, 429).contains(answer.status()) || (answer.status() == 503 && answer.retryAfter());
	}

	/**
	 * Whether the request may have been carried out, and may succeed later.
	 */
	private static boolean isOpen(Answer answer) {
		return List.of(408, 502, 503, 504).contains(answer.status());
	}

	/**
	 * The answers, of all that there are, for which something is true.
	 */
	private static List<Answer> answers(Predicate<Answer> condition) {
		return IntStream.rangeClosed(100, 599)
			.boxed()
			.flatMap((status) -> Stream.of(new Answer(status, false), new Answer(status, true)))
			.filter(condition)
			.toList();
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
