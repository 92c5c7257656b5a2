package io.contacthub.messaging;

import org.jspecify.annotations.Nullable;

import org.springframework.integration.acks.AcknowledgmentCallback;

/**
 * Acknowledgment of a change each time that it is handed out. The first word holds.
 */
final class UpdateAcknowledgment implements AcknowledgmentCallback {

	private final UpdateSettlement settlement;

	private final PendingUpdate update;

	private boolean acknowledged;

	private boolean auto = true;

	UpdateAcknowledgment(UpdateSettlement settlement, PendingUpdate update) {
		this.settlement = settlement;
		this.update = update;
	}

	@Override
	public void acknowledge(Status status) {
		acknowledge(status, null);
	}

	/**
	 * Say that the change could not be handled, and why.
	 */
	void reject(Throwable failure) {
		acknowledge(Status.REJECT, failure);
	}

	/**
	 * Say that the listener was interrupted. Once, that is by the end of the application,
	 * and no failure; when it comes again before the source is started anew, by itself.
	 */
	void interrupted(InterruptedException failure) {
		acknowledge(this.update.interrupted() ? Status.REJECT : Status.REQUEUE, failure);
	}

	private void acknowledge(Status status, @Nullable Throwable failure) {
		synchronized (this) {
			if (this.acknowledged) {
				return;
			}
			this.acknowledged = true;
		}
		switch (status) {
			case ACCEPT -> this.settlement.accept(this.update);
			case REQUEUE -> this.settlement.requeue(this.update);
			case REJECT -> this.settlement.reject(this.update, failure);
		}
	}

	@Override
	public synchronized boolean isAcknowledged() {
		return this.acknowledged;
	}

	@Override
	public synchronized void noAutoAck() {
		this.auto = false;
	}

	@Override
	public synchronized boolean isAutoAck() {
		return this.auto;
	}

}
