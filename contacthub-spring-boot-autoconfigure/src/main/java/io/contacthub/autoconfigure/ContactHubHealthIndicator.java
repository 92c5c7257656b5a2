package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

import io.contacthub.Node;
import io.contacthub.client.ContactHubClient;
import io.contacthub.client.RetrySettings;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ApiError;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.util.function.SingletonSupplier;

/**
 * The health of a node: whether its customers can be counted. The answer is kept for a
 * while, and is asked for in a thread of its own, so that however slow ContactHub is,
 * nobody waits longer than the time-out, and however many ask, there is one request. The
 * nodes of an application are asked at the same time, since Spring Boot looks at one
 * after the other.
 */
final class ContactHubHealthIndicator implements HealthIndicator {

	private final Supplier<CustomerRepository> customers;

	private final ContactHubProperties.Health settings;

	private final Executor executor;

	private final TaskDecorator taskDecorator;

	private final List<ContactHubHealthIndicator> all;

	private @Nullable Check last;

	private ContactHubHealthIndicator(Supplier<CustomerRepository> customers, ContactHubProperties.Health settings,
			Executor executor, TaskDecorator taskDecorator, List<ContactHubHealthIndicator> all) {
		this.customers = customers;
		this.settings = settings;
		this.executor = executor;
		this.taskDecorator = taskDecorator;
		this.all = all;
	}

	/**
	 * Indicate the health of nodes.
	 * @param settings the settings
	 * @param taskDecorator carries the context of those who ask
	 * @return makes the indicator of a node, which is not asked for before the first
	 * check
	 */
	static Function<Supplier<Node>, ContactHubHealthIndicator> of(ContactHubProperties.Health settings,
			TaskDecorator taskDecorator) {
		Duration timeout = WorkspaceFactory.checked("contacthub.health.", settings::checkedTimeout);
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("contacthub-health-");
		executor.setDaemon(true);
		List<ContactHubHealthIndicator> all = new CopyOnWriteArrayList<>();
		return (node) -> {
			ContactHubHealthIndicator indicator = new ContactHubHealthIndicator(
					SingletonSupplier.of(() -> customers(node.get(), timeout)), settings, executor, taskDecorator, all);
			all.add(indicator);
			return indicator;
		};
	}

	/**
	 * The customers, asked for once and judged by what ContactHub said, whatever the
	 * application makes of it.
	 */
	private static CustomerRepository customers(Node node, Duration timeout) {
		ContactHubClient client = node.workspace()
			.client()
			.mutate()
			.retry(RetrySettings.none())
			.maxRequestsPerSecond(0)
			.errorTranslator(ApiErrorTranslator.byStatus())
			.callTimeout(timeout)
			.build();
		return CustomerRepository.create(client, node.id());
	}

	@Override
	public Health health() {
		Check check = check(true);
		if (check.leads.compareAndSet(true, false)) {
			this.all.stream().filter((other) -> other != this).forEach((other) -> other.check(false));
		}
		try {
			Duration left = this.settings.timeout().minus(check.age());
			return check.health.get(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
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

	/**
	 * The check that goes on or is kept, or a new one.
	 * @param wanted whether its outcome is wanted now; one that was begun for later is
	 * kept until it is, though not much longer than it may take: when all of them take as
	 * long as they may, the last is wanted just then
	 */
	private synchronized Check check(boolean wanted) {
		Check check = this.last;
		if (check == null || (check.isOlderThan(this.settings.timeToLive())
				&& (check.wanted || check.isOlderThan(this.settings.timeout().multipliedBy(3).dividedBy(2))))) {
			check = new Check(begin(), wanted);
			this.last = check;
		}
		check.wanted |= wanted;
		return check;
	}

	/**
	 * Ask on another thread, in the context of this one. It ends in any case, whatever a
	 * decorator of the application does.
	 */
	private CompletableFuture<Health> begin() {
		CompletableFuture<Health> health = new CompletableFuture<>();
		try {
			Runnable decorated = this.taskDecorator.decorate(() -> health.complete(ask()));
			this.executor.execute(() -> {
				try {
					decorated.run();
				}
				catch (Throwable ex) {
					health.complete(failed(ex));
				}
				health.complete(failed(new IllegalStateException("A TaskDecorator has not run its task")));
			});
		}
		catch (RuntimeException ex) {
			health.complete(failed(ex));
		}
		return health;
	}

	/**
	 * Judge a failure by its type only: a message of the application may hold anything.
	 */
	private static Health failed(Throwable failure) {
		return Health.down().withDetail("reason", failure.getClass().getName()).build();
	}

	private Health ask() {
		try {
			this.customers.get().count(Query.all());
			return Health.up().build();
		}
		catch (RuntimeException | LinkageError ex) {
			return (ex instanceof ContactHubFailure failure) ? judge(failure) : failed(ex);
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
	 */
	private static final class Check {

		private final long start = System.nanoTime();

		private final CompletableFuture<Health> health;

		/** Whether the other nodes are still to be asked along with this one. */
		private final AtomicBoolean leads;

		private boolean wanted;

		Check(CompletableFuture<Health> health, boolean leads) {
			this.health = health;
			this.leads = new AtomicBoolean(leads);
		}

		Duration age() {
			return Duration.ofNanos(System.nanoTime() - this.start);
		}

		boolean isOlderThan(Duration age) {
			return this.health.isDone() && age().compareTo(age) > 0;
		}

	}

}
