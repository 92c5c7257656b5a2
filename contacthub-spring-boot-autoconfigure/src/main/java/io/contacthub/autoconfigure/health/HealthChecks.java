package io.contacthub.autoconfigure.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.contacthub.autoconfigure.ContactHubProperties;
import io.contacthub.autoconfigure.WorkspaceFactory;
import io.contacthub.client.BackgroundExecutor;
import io.contacthub.error.FailureReason;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.util.Assert;

/**
 * Checks of the health of nodes. Who looks at a node whose outcome is stale has all stale
 * ones asked at the same time, since Spring Boot looks at one node after the other. They
 * are asked on other threads and their outcomes are kept for a while, so that however
 * slow ContactHub is, nobody waits longer than the time-out, and however many look, there
 * is one request for each node.
 */
final class HealthChecks {

	private final Map<String, Supplier<Health>> probes;

	private final Duration timeout;

	private final Duration timeToLive;

	private final BackgroundExecutor executor;

	private final LongSupplier nanoTime;

	private final Map<String, Check> checks = new HashMap<>();

	/**
	 * Create the checks.
	 * @param probes ask the nodes, by their names
	 * @param timeout the longest time that one who looks waits
	 * @param timeToLive the time for which an outcome is kept
	 * @param executor runs the probes, in the context of who looks
	 * @param nanoTime the time as {@link System#nanoTime()} has it
	 */
	HealthChecks(Map<String, Supplier<Health>> probes, Duration timeout, Duration timeToLive,
			BackgroundExecutor executor, LongSupplier nanoTime) {
		this.probes = new LinkedHashMap<>(probes);
		this.timeout = timeout;
		this.timeToLive = timeToLive;
		this.executor = executor;
		this.nanoTime = nanoTime;
	}

	/**
	 * Create checks, and what Spring Boot looks at them by.
	 * @param probes ask what is looked at, by its names
	 * @param settings the settings
	 * @param factory knows the context of threads
	 * @return the indicator of the only one, or those of each
	 */
	static HealthContributor contributor(Map<String, Supplier<Health>> probes, ContactHubProperties.Health settings,
			WorkspaceFactory factory) {
		HealthChecks checks = new HealthChecks(probes, settings.timeout(), settings.timeToLive(),
				BackgroundExecutor.unbounded("contacthub-health-", factory.taskDecorator()), System::nanoTime);
		Map<String, ContactHubHealthIndicator> indicators = new LinkedHashMap<>();
		probes.keySet().forEach((name) -> indicators.put(name, new ContactHubHealthIndicator(checks, name)));
		return (indicators.size() != 1) ? CompositeHealthContributor.fromMap(indicators)
				: indicators.values().iterator().next();
	}

	/**
	 * Look at the health of a node.
	 * @param name the name of the node
	 */
	Health look(String name) {
		Check check = present(name);
		try {
			Duration left = this.timeout.minus(age(check));
			return check.outcome.get(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			return Health.down().withDetail("reason", FailureReason.TIMED_OUT.name()).build();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Health.unknown().build();
		}
		catch (ExecutionException ex) {
			return NodeHealthProbe.down(Objects.requireNonNullElse(ex.getCause(), ex));
		}
	}

	/**
	 * Return the check of a node that goes on or is kept, or a new one, which others that
	 * are needed begin with.
	 */
	private synchronized Check present(String name) {
		if (isStale(this.checks.get(name))) {
			long now = this.nanoTime.getAsLong();
			this.probes.forEach((other, probe) -> {
				if (isStale(this.checks.get(other))) {
					this.checks.put(other, new Check(this.executor.submit(probe::get), now));
				}
			});
		}
		Check check = this.checks.get(name);
		Assert.state(check != null, () -> "There is no node of the name '" + name + "'");
		check.seen = true;
		return check;
	}

	/**
	 * Return whether a check has ended and its outcome is not kept any longer. One that
	 * nobody has seen yet is kept until somebody looks, though not much longer than it
	 * may take: when all of them take as long as they may, the last is looked at just
	 * then.
	 */
	private boolean isStale(@Nullable Check check) {
		if (check == null) {
			return true;
		}
		return check.outcome.isDone() && age(check).compareTo(this.timeToLive) > 0
				&& (check.seen || age(check).compareTo(this.timeout.multipliedBy(3).dividedBy(2)) > 0);
	}

	private Duration age(Check check) {
		return Duration.ofNanos(this.nanoTime.getAsLong() - check.begun);
	}

	/**
	 * A check that has been begun.
	 */
	private static final class Check {

		private final Future<Health> outcome;

		private final long begun;

		private boolean seen;

		Check(Future<Health> outcome, long begun) {
			this.outcome = outcome;
			this.begun = begun;
		}

	}

}
