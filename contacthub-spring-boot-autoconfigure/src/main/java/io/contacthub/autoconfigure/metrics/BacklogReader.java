package io.contacthub.autoconfigure.metrics;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.contacthub.client.BackgroundExecutor;
import io.contacthub.client.RecentAnswer;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventBacklog;
import org.jspecify.annotations.Nullable;

/**
 * Reader of what a publisher has in its store, for meters.
 */
final class BacklogReader {

	private final Supplier<@Nullable DurableEventPublisher> publisher;

	private final RecentAnswer<EventBacklog> backlog;

	/**
	 * Create the reader.
	 * @param publisher gives the publisher, as soon as there is one
	 * @param executor asks it
	 */
	BacklogReader(Supplier<@Nullable DurableEventPublisher> publisher, BackgroundExecutor executor) {
		this.publisher = publisher;
		this.backlog = new RecentAnswer<>(() -> Objects.requireNonNull(publisher.get()).backlog(),
				Duration.ofSeconds(1), executor, System::nanoTime);
	}

	/**
	 * Read a number.
	 * @param number gives the number
	 * @return the number, {@code NaN} while the store cannot be read
	 */
	double read(ToDoubleFunction<EventBacklog> number) {
		if (this.publisher.get() == null) {
			return Double.NaN;
		}
		return this.backlog.get().map(number::applyAsDouble).orElse(Double.NaN);
	}

}
