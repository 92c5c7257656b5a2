package io.contacthub.fuzz;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.client.DeclaredOperation;
import io.contacthub.client.RetrySettings;
import io.contacthub.customer.TagNotFoundException;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Answers that nobody has thought of. System properties set how many to look at
 * ({@code contacthub.fuzz.answers}), where to begin ({@code contacthub.fuzz.seed}), and
 * which call to look at alone ({@code contacthub.fuzz.iteration}).
 */
@DisplayName("Whatever the server answers")
class AnswerFuzzTests {

	private static final String TOKEN = "s3cret-t0ken";

	private static final Duration LONGEST = Duration.ofSeconds(10);

	private static final long ANSWERS = 30_000;

	private static final int MOST_FAILURES = 20;

	private final long seed = Long.getLong("contacthub.fuzz.seed", 17);

	private final RandomServer server = new RandomServer();

	private final Node node = node(this.server);

	private final Inspection inspection = new Inspection(node((uri, method) -> new MockClientHttpRequest(method, uri) {
		{
			MockClientHttpResponse response = new MockClientHttpResponse("{\"id\":\"c1\"}".getBytes(), 200);
			response.getHeaders().add("Content-Type", "application/json");
			setResponse(response);
		}
	}));

	private final Map<String, String> failures = new LinkedHashMap<>();

	private volatile String current = "";

	private static Node node(ClientHttpRequestFactory requestFactory) {
		return Workspace.builder()
			.id("w1")
			.token(TOKEN)
			.baseUrl("http://localhost:1/hub/v1")
			.client((client) -> client.requestFactory(requestFactory).retry(RetrySettings.none()).prefetch(0))
			.build()
			.node("n1");
	}

	@Test
	@DisplayName("is a value that can be used, or an exception of data access that carries what was said")
	void isValueOrFailure() throws Exception {
		search(List.of(Operation.values()));
	}

	@Test
	@DisplayName("to any of the declared operations is a value or such an exception")
	void isValueOrFailureOfEachOperation() throws Exception {
		search(DeclaredOperation.all(null)
			.stream()
			.sorted(Comparator.comparing(DeclaredOperation::name))
			.map(DeclaredCall::new)
			.toList());
	}

	private void search(List<? extends Call> calls) throws Exception {
		Long single = Long.getLong("contacthub.fuzz.iteration");
		CompletableFuture<Void> search = CompletableFuture.runAsync((single != null) ? () -> attempt(calls, single)
				: () -> search(calls, Long.getLong("contacthub.fuzz.answers", ANSWERS)));
		String before = "";
		while (!isOver(search)) {
			assertThat(this.current).as("This did not end").isNotEqualTo(before);
			before = this.current;
		}
		if (!this.failures.isEmpty()) {
			fail("%d kinds of failures, the last answer was that to %s%n%n%s", this.failures.size(), this.current,
					String.join("\n\n", this.failures.values()));
		}
	}

	/**
	 * Wait for the end of the search, no longer than any call may take by far.
	 */
	private static boolean isOver(CompletableFuture<Void> search) throws InterruptedException, ExecutionException {
		try {
			search.get(LONGEST.multipliedBy(3).toSeconds(), TimeUnit.SECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
	}

	private void search(List<? extends Call> calls, long answers) {
		for (long i = 0, seen = 0; seen < answers && this.failures.size() < MOST_FAILURES; i++) {
			attempt(calls, i);
			seen += Math.max(1, this.server.answers().size());
		}
	}

	private void attempt(List<? extends Call> calls, long iteration) {
		Random random = new Random(this.seed * 1_000_003 + iteration);
		Call operation = calls.get(random.nextInt(calls.size()));
		this.server.set(random, operation.documents());
		this.current = operation + ", seed " + this.seed + ", iteration " + iteration;
		long start = System.nanoTime();
		try {
			call(operation);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
		}
		catch (Exception | AssertionError | StackOverflowError ex) {
			this.failures.putIfAbsent(kind(ex), describe(ex));
		}
	}

	private void call(Call operation) {
		Object value;
		try {
			value = operation.make(this.node);
		}
		catch (RuntimeException ex) {
			check(ex);
			return;
		}
		int status = lastAnswer().status();
		assertThat(status / 100 == 2 || ((status == 404 || status == 410) && value.equals(Optional.empty())))
			.as("value after status " + status)
			.isTrue();
		this.inspection.inspect(value);
	}

	private Answer lastAnswer() {
		List<Answer> answers = this.server.answers();
		return answers.get(answers.size() - 1);
	}

	private void check(RuntimeException failure) {
		if (failure instanceof IncorrectResultSizeDataAccessException || failure instanceof TagNotFoundException) {
			return;
		}
		if (!(failure instanceof DataAccessException) || !(failure instanceof ContactHubFailure contactHub)) {
			throw failure;
		}
		assertThat(failure.getMessage()).hasSizeLessThan(5000).doesNotContain(TOKEN);
		assertThat(contactHub.attempts()).isEqualTo(1);
		assertThat(contactHub.operation()).matches("(GET|POST|PUT|PATCH|DELETE) /[a-z]+.*");
		assertThat(contactHub.errors()).isNotNull().doesNotContainNull();
		if (contactHub.apiError() != null) {
			// not always the last one: addIfAbsent looks whether a refusal matters
			assertThat(this.server.answers()).extracting(Answer::status).contains(contactHub.apiError().status());
			assertThat(contactHub.apiError().describe()).isNotEmpty();
		}
		else {
			assertThat(lastAnswer().broken()).as("broken, since nothing is known of the answer").isTrue();
			assertThat(failure).isInstanceOf(TransientDataAccessException.class);
		}
		if (failure instanceof CustomerConflictException conflict && conflict.existingCustomerId() != null) {
			assertThat(conflict.existingCustomerId()).isNotBlank();
		}
	}

	/**
	 * Failures of the same kind are told once.
	 */
	private static String kind(Throwable failure) {
		return failure.getClass().getName() + List.of(failure.getStackTrace())
			.stream()
			.filter((frame) -> frame.getClassName().startsWith("io.contacthub"))
			.findFirst()
			.map((frame) -> " " + frame.getClassName() + "." + frame.getMethodName())
			.orElse("");
	}

	private String describe(Throwable failure) {
		StringBuilder text = new StringBuilder(this.current).append('\n').append(shorten(failure.toString()));
		for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
			text.append("\ncaused by ").append(shorten(cause.toString()));
		}
		List.of(failure.getStackTrace()).stream().limit(12).forEach((frame) -> text.append("\n\tat ").append(frame));
		this.server.answers().forEach((answer) -> text.append("\nafter ").append(answer));
		return text.toString();
	}

	private static String shorten(String text) {
		return (text.length() <= 1500) ? text : text.substring(0, 1500) + "...";
	}

}
