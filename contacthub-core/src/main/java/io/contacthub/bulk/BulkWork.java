package io.contacthub.bulk;

import java.util.function.Supplier;

import io.contacthub.client.BackgroundExecutor;
import io.contacthub.client.Outage;
import io.contacthub.client.SharedPause;

import org.springframework.util.function.SingletonSupplier;

/**
 * What the runs of a writer share: how an item is written, the threads that do it and the
 * pauses that they make together.
 *
 * @param <T> the type of what is written
 */
final class BulkWork<T> {

	private final SingletonSupplier<BulkOperation<T>> operation;

	private final BackgroundExecutor executor;

	private final BulkSettings settings;

	private final SharedPause pause;

	private final SharedPause.PauseClock clock;

	/**
	 * Create what runs share.
	 * @param operation makes what writes an item, and is asked with the first of them
	 * @param executor has as many threads as the settings say
	 */
	BulkWork(Supplier<BulkOperation<T>> operation, BackgroundExecutor executor, BulkSettings settings,
			SharedPause.PauseClock clock) {
		this.operation = SingletonSupplier.of(operation);
		this.executor = executor;
		this.settings = settings;
		this.pause = new SharedPause(settings.pause(), clock);
		this.clock = clock;
	}

	BulkOperation<T> operation() {
		return this.operation.obtain();
	}

	BackgroundExecutor executor() {
		return this.executor;
	}

	BulkSettings settings() {
		return this.settings;
	}

	SharedPause pause() {
		return this.pause;
	}

	/**
	 * Return what a new run knows of outages.
	 */
	Outage outage() {
		return new Outage(this.settings.concurrency(), this.settings.patience(), this.clock);
	}

}
