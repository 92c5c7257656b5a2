package io.contacthub.autoconfigure.health;

import java.time.Duration;
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

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.function.SingletonSupplier;

/**
 * Probe of the health of a node: whether its customers can be counted.
 */
final class NodeHealthProbe implements Supplier<Health> {

	private final Supplier<CustomerRepository> customers;

	/**
	 * Create the probe.
	 * @param node the node, which is not asked for before the first request
	 * @param timeout the longest time that a request takes
	 */
	NodeHealthProbe(Supplier<Node> node, Duration timeout) {
		this.customers = SingletonSupplier.of(() -> customers(node.get(), timeout));
	}

	/**
	 * Return the customers, asked for once and judged by what ContactHub said, whatever
	 * the application makes of it.
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
	public Health get() {
		try {
			this.customers.get().count(Query.all());
			return Health.up().build();
		}
		catch (RuntimeException | LinkageError ex) {
			return (ex instanceof ContactHubFailure failure) ? judge(failure) : down(ex);
		}
	}

	/**
	 * Judge a failure by its status or reason. What ContactHub said is left out, since it
	 * may be personal.
	 */
	private static Health judge(ContactHubFailure failure) {
		ApiError error = failure.apiError();
		Health.Builder health = Health.down().withDetail("reason", failure.reason().name());
		if (error != null) {
			health.withDetail("httpStatus", error.status());
			if (failure.reason() == FailureReason.ERROR_STATUS && (error.status() == 429 || error.status() == 423)) {
				// it is there, and only asks for patience
				health.status(Status.UP);
			}
		}
		return health.build();
	}

	/**
	 * Judge a failure by its type only: a message of the application may hold anything.
	 */
	static Health down(Throwable failure) {
		return Health.down().withDetail("reason", failure.getClass().getName()).build();
	}

}
