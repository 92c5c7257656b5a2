package io.contacthub.event;

import java.time.Duration;

import org.springframework.dao.DataAccessException;

/**
 * Publisher whose events are kept in a store until they are sent: a process that is
 * killed loses none. Whatever it has accepted reaches ContactHub at least once, or is
 * found among the {@linkplain #refused() refused events}.
 * <p>
 * Several processes can share a store, as the instances of an application do; each event
 * is sent by one of them at a time. {@link #sent()} and {@link #failed()} count what this
 * one has done, {@link #queued()} and {@link #backlog()} what is in the store; none is
 * {@linkplain #dropped() dropped}.
 * <p>
 * The store holds what events hold, personal data included, until they are sent, or until
 * somebody replays or deletes them when they were refused.
 */
public interface DurableEventPublisher extends EventPublisher {

	/**
	 * Accept an event: it is in the store when this method returns, or once the present
	 * transaction is committed, when the store takes part in it; then a rollback leaves
	 * nothing. Whether ContactHub takes it is found out later, see {@link #refused()}.
	 * @param event the event, see {@link EventRepository#add(Event)}; without a date it
	 * has that of this call
	 * @return {@code true}
	 * @throws IllegalArgumentException when the event is {@code null}, when it lacks what
	 * each event has, such as its context or its owner, or when it cannot be written as a
	 * document of at most a million characters
	 * @throws DataAccessException when the store does not take it
	 * @throws java.util.concurrent.RejectedExecutionException when the publisher is
	 * closed
	 */
	@Override
	boolean publish(Event event);

	/**
	 * Wait until all events in the store have been sent or refused that were committed
	 * before this call, by whoever sends them. Events that wait for their next attempt
	 * are due at once, and again each second. Called in a transaction, it does not wait
	 * for what that has published; called by a listener, it does not wait for the event
	 * that the listener is told of.
	 * @param timeout how long to wait at most
	 * @return whether all were sent or refused in time; {@code false} also when the
	 * thread is interrupted, which it stays
	 * @throws IllegalArgumentException when the time is {@code null} or negative
	 * @throws DataAccessException when the store cannot be read
	 */
	@Override
	boolean flush(Duration timeout);

	/**
	 * Return how many events of this publisher wait in the store or are being sent.
	 * @return the number, at most five seconds old; the last one known while the store
	 * cannot be read
	 */
	@Override
	int queued();

	/**
	 * Return what is in the store. It is asked at most once in five seconds, or when this
	 * publisher was flushed since.
	 * @return the events that wait, and the refused ones
	 * @throws DataAccessException when the store cannot be read
	 */
	EventBacklog backlog();

	/**
	 * Return the events that ContactHub will not take: it has refused them, they cannot
	 * be sent, or they have become too old.
	 * @return the refused events of this publisher, whichever process has tried to send
	 * them
	 */
	RefusedEvents refused();

	/**
	 * Send nothing for the time being, as before a process is frozen, and wait for what
	 * is being sent. When the time is over, that is interrupted and has a second more.
	 * Events are accepted as before; those that wait are sent by other processes, or
	 * after {@link #resume()}. Called by a listener, or by what sends an event, it does
	 * not wait. A second call does nothing.
	 * @param timeout how long to wait at most, beside that second
	 * @throws IllegalArgumentException when the time is {@code null} or negative
	 */
	void pause(Duration timeout);

	/**
	 * Send events again after {@link #pause(Duration)}. Without that, or when the
	 * publisher is closed, this does nothing.
	 */
	void resume();

	/**
	 * Accept and send no more events, and wait for those that are being sent. What is not
	 * sent stays in the store, for the next process. Called by a listener, or by what
	 * sends an event, it does not wait. A second call does nothing.
	 * @see #close(Duration)
	 */
	@Override
	void close();

	/**
	 * Accept and send no more events, and wait for those that are being sent. When the
	 * time is over, they are interrupted and have a second more. What is not sent stays
	 * in the store, for the next process. It waits also when the thread is interrupted,
	 * which it stays. Called by a listener, or by what sends an event, it does not wait.
	 * A second call does nothing.
	 * @param timeout how long to wait at most, beside that second
	 * @throws IllegalArgumentException when the time is {@code null} or negative
	 */
	@Override
	void close(Duration timeout);

}
