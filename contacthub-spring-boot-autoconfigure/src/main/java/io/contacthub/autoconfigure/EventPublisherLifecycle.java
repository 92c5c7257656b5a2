package io.contacthub.autoconfigure;

import io.contacthub.event.EventPublisher;

import org.springframework.context.SmartLifecycle;

/**
 * Closes the publisher when the application stops: after the web server, whose last
 * requests may publish events.
 */
class EventPublisherLifecycle implements SmartLifecycle {

	private final EventPublisher publisher;

	private volatile boolean running;

	EventPublisherLifecycle(EventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.publisher.close();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * A publisher that is closed cannot be opened again, as it would have to be after the
	 * pauses that contexts of tests make.
	 */
	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 4096;
	}

}
