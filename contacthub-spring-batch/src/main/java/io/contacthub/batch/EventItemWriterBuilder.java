package io.contacthub.batch;

import io.contacthub.bulk.BulkSettings;
import io.contacthub.event.Event;
import io.contacthub.event.EventRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.listener.SkipListener;
import org.springframework.util.Assert;

/**
 * Builder of an {@link EventItemWriter}. <pre class="code">{@code
 * EventItemWriter writer = new EventItemWriterBuilder().events(events)
 *     .settings(BulkSettings.defaults().withConcurrency(8))
 *     .build();
 * }</pre>
 */
public class EventItemWriterBuilder {

	private @Nullable EventRepository events;

	private BulkSettings settings = BulkSettings.defaults();

	private long skipLimit;

	private @Nullable SkipListener<?, ? super Event> skipListener;

	/**
	 * Start a writer.
	 */
	public EventItemWriterBuilder() {
	}

	/**
	 * Set where events are sent. Required.
	 * @param events the repository of a node
	 * @return this builder
	 */
	public EventItemWriterBuilder events(EventRepository events) {
		this.events = events;
		return this;
	}

	/**
	 * Set how many are sent at the same time, for how long to be patient, and whether an
	 * event is sent again that ContactHub may have. With a commit interval of at least
	 * four times the concurrency the threads have something to do until the end of a
	 * chunk.
	 * @param settings the settings, whose order of outcomes is of no effect
	 * @return this builder
	 */
	public EventItemWriterBuilder settings(BulkSettings settings) {
		this.settings = settings;
		return this;
	}

	/**
	 * Set how many events a step may skip that are refused, or of which nobody knows
	 * whether they came to ContactHub and that must not be sent again. None unless this
	 * is set: then the first one fails the step, and a restart sends its chunk again.
	 * @param skipLimit the number; one more is a {@code SkipLimitExceededException}
	 * @return this builder
	 */
	public EventItemWriterBuilder skipLimit(long skipLimit) {
		this.skipLimit = skipLimit;
		return this;
	}

	/**
	 * Set who is told of each event that is skipped, by the thread of the step, before
	 * the chunk is committed.
	 * @param skipListener the listener
	 * @return this builder
	 */
	public EventItemWriterBuilder skipListener(@Nullable SkipListener<?, ? super Event> skipListener) {
		this.skipListener = skipListener;
		return this;
	}

	/**
	 * Build the writer.
	 * @return a writer, for any number of steps
	 * @throws IllegalArgumentException when something is missing
	 */
	public EventItemWriter build() {
		Assert.notNull(this.events, "events is null: give the repository of a node");
		Assert.isTrue(this.skipLimit >= 0, () -> "skipLimit is " + this.skipLimit + ": give 0 to skip none");
		return new EventItemWriter(this.events.bulk(this.settings), this.settings, this.skipLimit, this.skipListener);
	}

}
