package io.contacthub.event;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

import io.contacthub.client.Delivery;
import io.contacthub.client.IllegalSettingException;
import io.contacthub.client.PauseSettings;
import io.contacthub.client.TaskContext;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;
import org.springframework.util.Assert;

/**
 * Publisher that sends events in the background, for applications that must not wait for
 * ContactHub. With the starter of Spring Boot it is a bean, which is closed by itself.
 * <pre class="code">{@code
 * boolean accepted = publisher.publish(Event.of(ViewedPage.builder().title("Shoes").build())
 *     .in(EventContext.WEB)
 *     .by(session));
 * }</pre>
 * <p>
 * An event is accepted at once and queued; a few threads send it by
 * {@link EventRepository#add(Event)}, in the context of the thread that published it.
 * What is accepted is sent, or told to the {@link EventPublisherListener}. Events in the
 * queue are lost when the process is killed, unless the publisher is a
 * {@link DurableEventPublisher}, which keeps them in a store.
 * <p>
 * An event that was certainly not carried out, since ContactHub cannot be reached or asks
 * for patience (423, 429, 503 with {@code Retry-After}), is kept until it is sent or the
 * publisher is closed; all threads pause together then, each time longer. What becomes of
 * one that may have been carried out is a matter of {@link Settings#delivery()}. Any
 * other failure is told at once.
 * <p>
 * Safe for use by many threads. The order of events is not kept; each has the date at
 * which it was accepted, unless it has one already.
 */
public interface EventPublisher extends AutoCloseable {

	/**
	 * Create a publisher that observes nothing of its own. Its threads begin with the
	 * first event. <pre class="code">{@code
	 * EventPublisher publisher = EventPublisher.create(node.events(), EventPublisher.Settings.defaults(), null);
	 * }</pre> It is to be closed when the application ends.
	 * @param events sends the events
	 * @param settings the settings
	 * @param listener is told of events that are not sent, or {@code null} to have them
	 * logged by their type and a summary of the failure
	 * @return the publisher
	 */
	static EventPublisher create(EventRepository events, Settings settings, @Nullable EventPublisherListener listener) {
		return create(events, settings, listener, TaskContext.decorator(ObservationRegistry.NOOP));
	}

	/**
	 * Create a publisher. Its threads begin with the first event.
	 * @param events sends the events
	 * @param settings the settings
	 * @param listener is told of events that are not sent, or {@code null} to have them
	 * logged by their type and a summary of the failure
	 * @param taskDecorator carries the context of the thread that publishes an event to
	 * the one that sends it, such as {@link TaskContext}
	 * @return the publisher
	 */
	static EventPublisher create(EventRepository events, Settings settings, @Nullable EventPublisherListener listener,
			TaskDecorator taskDecorator) {
		Assert.notNull(events, "events is null: give the repository that sends the events");
		Assert.notNull(settings, "settings is null: give settings, such as EventPublisher.Settings.defaults()");
		Assert.notNull(taskDecorator, "taskDecorator is null: give one, or leave it out");
		return new DefaultEventPublisher(events, settings, listener, taskDecorator);
	}

	/**
	 * Accept an event, and send it soon. While the queue is full the caller waits, with
	 * {@link Overflow#BLOCK}, for up to {@link Settings#offerTimeout()}. What
	 * {@link EventRepository#add(Event)} refuses is found out when the event is sent, and
	 * told to the listener.
	 * @param event the event, see {@link EventRepository#add(Event)}; without a date it
	 * has that of this call
	 * @return {@code true} when the event was accepted; {@code false} when it was dropped
	 * because the queue was full, of which the listener is told
	 * @throws IllegalArgumentException when the event is {@code null}
	 * @throws RejectedExecutionException when the queue is full and the policy is to
	 * reject, or when the publisher is closed
	 */
	boolean publish(Event event);

	/**
	 * Wait until all events that have been accepted are sent or told. A pause ends at
	 * once, and none is longer than a second meanwhile. Others can publish, for whose
	 * events this call does not wait; called by a listener, it does not wait for the
	 * event that the listener is told of.
	 * @param timeout how long to wait at most
	 * @return whether all were sent or told in time; {@code false} also when the thread
	 * is interrupted, which it stays
	 * @throws IllegalArgumentException when the time is {@code null} or negative
	 */
	boolean flush(Duration timeout);

	/**
	 * Return how many events wait to be sent or are being sent.
	 * @return the number at present
	 */
	int queued();

	/**
	 * Return how many events ContactHub has accepted.
	 * @return the number since the beginning
	 */
	long sent();

	/**
	 * Return how many events could not be sent.
	 * @return the number since the beginning
	 */
	long failed();

	/**
	 * Return how many events were dropped, because the queue was full or there was no
	 * time left at the end.
	 * @return the number since the beginning
	 */
	long dropped();

	/**
	 * Accept no more events, and wait until those that were accepted are sent, at most as
	 * long as {@link Settings#shutdownTimeout()} says.
	 * @see #close(Duration)
	 */
	@Override
	void close();

	/**
	 * Accept no more events, and wait until those that were accepted are sent. A pause
	 * ends at once, and none is longer than a second from then on. When the time is over,
	 * events on their way are interrupted and have a second more; the listener is told of
	 * all that were not sent before this call ends. It waits also when the thread is
	 * interrupted, which it stays. A second call does nothing.
	 * @param timeout how long to wait at most, beside that second
	 * @throws IllegalArgumentException when the time is {@code null} or negative
	 */
	void close(Duration timeout);

	/**
	 * What happens to an event when the queue is full.
	 */
	enum Overflow {

		/**
		 * The caller waits for room, as long as the settings say; then the event is
		 * dropped.
		 */
		BLOCK,

		/**
		 * The event is dropped at once.
		 */
		DROP,

		/**
		 * The caller gets a {@link RejectedExecutionException}.
		 */
		REJECT

	}

	/**
	 * Settings of a publisher.
	 *
	 * @param capacity how many events wait at most, beside those that are being sent
	 * @param concurrency how many events are sent at the same time
	 * @param overflow what happens to an event when the queue is full
	 * @param offerTimeout how long a caller waits for room at most
	 * @param shutdownTimeout how long the end waits for the queue to empty
	 * @param delivery what happens to an event that may have been carried out
	 * @param retry how long events wait that are sent again
	 */
	record Settings(int capacity, int concurrency, Overflow overflow, Duration offerTimeout, Duration shutdownTimeout,
			Delivery delivery, PauseSettings retry) {

		/**
		 * Check the settings.
		 * @throws IllegalSettingException when one is refused
		 */
		public Settings {
			atLeastOne("capacity", capacity);
			atLeastOne("concurrency", concurrency);
			check("offerTimeout", offerTimeout);
			check("shutdownTimeout", shutdownTimeout);
		}

		/**
		 * Return the settings that hold unless others are given: 10,000 events, 4 at the
		 * same time, callers wait 100 ms for room, the end waits 25 s, no event is sent
		 * twice.
		 * @return the settings
		 */
		public static Settings defaults() {
			return new Settings(10_000, 4, Overflow.BLOCK, Duration.ofMillis(100), Duration.ofSeconds(25),
					Delivery.AT_MOST_ONCE, PauseSettings.defaults());
		}

		/**
		 * Return these settings with another value for the number of events that wait.
		 * @param capacity the value
		 * @return the settings
		 * @throws IllegalSettingException when the value is refused
		 */
		public Settings withCapacity(int capacity) {
			return new Settings(capacity, this.concurrency, this.overflow, this.offerTimeout, this.shutdownTimeout,
					this.delivery, this.retry);
		}

		/**
		 * Return these settings with another value for the number of events that are sent
		 * at the same time.
		 * @param concurrency the value
		 * @return the settings
		 * @throws IllegalSettingException when the value is refused
		 */
		public Settings withConcurrency(int concurrency) {
			return new Settings(this.capacity, concurrency, this.overflow, this.offerTimeout, this.shutdownTimeout,
					this.delivery, this.retry);
		}

		/**
		 * Return these settings with another value for what happens when the queue is
		 * full.
		 * @param overflow the value
		 * @return the settings
		 * @throws IllegalSettingException when the value is refused
		 */
		public Settings withOverflow(Overflow overflow) {
			return new Settings(this.capacity, this.concurrency, overflow, this.offerTimeout, this.shutdownTimeout,
					this.delivery, this.retry);
		}

		/**
		 * Return these settings with another value for the time that a caller waits for
		 * room.
		 * @param offerTimeout the value
		 * @return the settings
		 * @throws IllegalSettingException when the value is refused
		 */
		public Settings withOfferTimeout(Duration offerTimeout) {
			return new Settings(this.capacity, this.concurrency, this.overflow, offerTimeout, this.shutdownTimeout,
					this.delivery, this.retry);
		}

		/**
		 * Return these settings with another value for the time that the end waits.
		 * @param shutdownTimeout the value
		 * @return the settings
		 * @throws IllegalSettingException when the value is refused
		 */
		public Settings withShutdownTimeout(Duration shutdownTimeout) {
			return new Settings(this.capacity, this.concurrency, this.overflow, this.offerTimeout, shutdownTimeout,
					this.delivery, this.retry);
		}

		/**
		 * Return these settings with another value for what happens to an event that may
		 * have been carried out.
		 * @param delivery the value
		 * @return the settings
		 * @throws IllegalSettingException when the value is refused
		 */
		public Settings withDelivery(Delivery delivery) {
			return new Settings(this.capacity, this.concurrency, this.overflow, this.offerTimeout, this.shutdownTimeout,
					delivery, this.retry);
		}

		/**
		 * Return these settings with another value for the pauses.
		 * @param retry the value
		 * @return the settings
		 * @throws IllegalSettingException when the value is refused
		 */
		public Settings withRetry(PauseSettings retry) {
			return new Settings(this.capacity, this.concurrency, this.overflow, this.offerTimeout, this.shutdownTimeout,
					this.delivery, retry);
		}

		private static void atLeastOne(String name, int number) {
			if (number < 1) {
				throw new IllegalSettingException(name, number, "it must be at least 1");
			}
		}

		private static void check(String name, Duration duration) {
			if (duration.isNegative() || duration.compareTo(DefaultEventPublisher.LONGEST) > 0) {
				throw new IllegalSettingException(name, duration,
						"it must be from 0ms to " + DefaultEventPublisher.LONGEST.toDays() + " days");
			}
		}

	}

}
