package io.contacthub.bulk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.client.BackgroundExecutor;
import io.contacthub.client.PauseSettings;
import io.contacthub.client.SharedPause;
import io.contacthub.error.ApiError;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.error.FailedOperation;
import io.contacthub.error.FailureReason;

import org.springframework.core.task.TaskDecorator;

/**
 * Base of the tests of writers that write numbers, without a server.
 */
abstract class BulkFixture {

	static BulkSettings settings(int concurrency) {
		return BulkSettings.defaults()
			.withConcurrency(concurrency)
			.withPause(new PauseSettings(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0));
	}

	static BulkWriter<Integer> writer(BulkSettings settings, BulkOperation<Integer> operation) {
		return writer(settings, operation, SharedPause.PauseClock.SYSTEM, (task) -> task);
	}

	static BulkWriter<Integer> writer(BulkSettings settings, BulkOperation<Integer> operation,
			SharedPause.PauseClock clock, TaskDecorator decorator) {
		return new DefaultBulkWriter<>(new BulkWork<>(() -> operation,
				BackgroundExecutor.pooled("contacthub-bulk-", settings.concurrency(), decorator), settings, clock),
				Function.identity());
	}

	static BulkResult created(Object item) {
		return new BulkResult(Kind.CREATED, "id-" + item);
	}

	static List<Integer> items(int number) {
		return IntStream.range(0, number).boxed().toList();
	}

	/**
	 * Ask for so many outcomes.
	 */
	static <T> List<BulkOutcome<T>> take(Iterator<BulkOutcome<T>> outcomes, int number) {
		List<BulkOutcome<T>> taken = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			taken.add(outcomes.next());
		}
		return taken;
	}

	/**
	 * Ask for all outcomes that are left.
	 */
	static <T> List<BulkOutcome<T>> rest(Iterator<BulkOutcome<T>> outcomes) {
		List<BulkOutcome<T>> taken = new ArrayList<>();
		outcomes.forEachRemaining(taken::add);
		return taken;
	}

	/**
	 * Wait until a latch is open.
	 */
	static void pass(CountDownLatch latch) {
		try {
			if (!latch.await(20, TimeUnit.SECONDS)) {
				throw new IllegalStateException("It did not come");
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The failure of a POST that was answered by a status, in the words of ContactHub.
	 */
	static RuntimeException status(int status) {
		return status("POST /customers/{id}", status, null);
	}

	static RuntimeException status(String operation, int status, Duration retryAfter) {
		return failure(operation, FailureReason.ERROR_STATUS,
				ApiError.of(status,
						"{\"message\":\"no\",\"logref\":\"l1\",\"errors\":[{\"message\":\"bad\",\"path\":\"/base\"}]}"
							.getBytes(StandardCharsets.UTF_8)),
				retryAfter);
	}

	/**
	 * The failure of a request that was answered by something else than ContactHub.
	 */
	static RuntimeException foreign(int status) {
		return failure("POST /customers/{id}", FailureReason.ERROR_STATUS,
				ApiError.of(status, "<html>".getBytes(StandardCharsets.UTF_8)), null);
	}

	static RuntimeException failure(String operation, FailureReason reason) {
		return failure(operation, reason, null, null);
	}

	private static RuntimeException failure(String operation, FailureReason reason, ApiError error,
			Duration retryAfter) {
		return ApiErrorTranslator.byStatus()
			.translate(new FailedOperation(operation, 1, reason, (error != null) ? error.describe() : reason.name(),
					error, null, retryAfter));
	}

}
