package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.contacthub.Node;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.RetrySettings;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The health of a node: whether its customers can be counted. The answer is kept for a
 * while, and is asked for in a thread of its own, so that however slow ContactHub is,
 * nobody waits longer than the time-out, and however many ask, there is one request.
 */
class ContactHubHealthIndicator implements HealthIndicator {

	private final CustomerRepository customers;

	private final ContactHubProperties.Health settings;

	private final Executor executor;

	private @Nullable Check last;

	ContactHubHealthIndicator(CustomerRepository customers, ContactHubProperties.Health settings, Executor executor) {
		this.customers = customers;
		this.settings = settings;
		this.executor = executor;
	}

	static ContactHubHealthIndicator of(Node node, ContactHubProperties.Health settings) {
		ContactHubClient client = node.workspace()
			.client()
			.mutate()
			.retry(RetrySettings.none())
			.callTimeout(WorkspaceFactory.checked("contacthub.health.", settings::checkedTimeout))
			.build();
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("contacthub-health-");
		executor.setDaemon(true);
		return new ContactHubHealthIndicator(CustomerRepository.create(client, node.id()), settings, executor);
	}

	@Override
	public Health health() {
		try {
			return check().get(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			return down(FailureReason.TIMED_OUT).build();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Health.unknown().build();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A check fails in no other way than by its outcome", ex);
		}
	}

	private synchronized CompletableFuture<Health> check() {
		Check check = this.last;
		if (check == null || (check.health.isDone() && check.isOlderThan(this.settings.timeToLive()))) {
			check = new Check(CompletableFuture.supplyAsync(this::ask, this.executor), System.nanoTime());
			this.last = check;
		}
		return check.health;
	}

	private Health ask() {
		try {
			this.customers.count(Query.all());
			return Health.up().build();
		}
		catch (RuntimeException | LinkageError ex) {
			// by its type only: a message of the application may hold anything
			return (ex instanceof ContactHubFailure failure) ? judge(failure)
					: Health.down().withDetail("reason", ex.getClass().getName()).build();
		}
	}

	/**
	 * Judge a failure by its status or reason. What ContactHub said is left out, since it
	 * may be personal.
	 */
	private static Health judge(ContactHubFailure failure) {
		ApiError error = failure.apiError();
		Health.Builder health = down(failure.reason());
		if (error != null) {
			health.withDetail("httpStatus", error.status());
			if (failure.reason() == FailureReason.ERROR_STATUS && (error.status() == 429 || error.status() == 423)) {
				// it is there, and only asks for patience
				health.status(Status.UP);
			}
		}
		return health.build();
	}

	private static Health.Builder down(FailureReason reason) {
		return Health.down().withDetail("reason", reason.name());
	}

	/**
	 * A check that has been begun.
	 *
	 * @param health its outcome
	 * @param start when it was begun, in nanoseconds of no meaning but their difference
	 */
	private record Check(CompletableFuture<Health> health, long start) {

		boolean isOlderThan(Duration age) {
			return System.nanoTime() - this.start > age.toNanos();
		}

	}

}
