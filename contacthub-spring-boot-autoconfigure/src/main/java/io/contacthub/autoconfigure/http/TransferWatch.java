package io.contacthub.autoconfigure.http;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Watch over what is written or read on a connection: it closes one on which that takes
 * too long. Its alarm is not set for each transfer, which would cost more than most of
 * them do, but only when it would ring too late, and again when it has rung too early.
 */
final class TransferWatch {

	private final Runnable abort;

	private boolean active;

	private long end;

	private boolean set;

	private long alarm;

	private boolean over;

	/**
	 * Create the watch.
	 * @param abort closes the connection
	 */
	TransferWatch(Runnable abort) {
		this.abort = abort;
	}

	/**
	 * Note that something begins.
	 * @param timeLeft how long it may take
	 */
	synchronized void begin(Duration timeLeft) {
		this.active = true;
		this.end = System.nanoTime() + timeLeft.toNanos();
		if (!this.set || this.end - this.alarm < 0) {
			setAlarm();
		}
	}

	/**
	 * Note that it has ended.
	 */
	synchronized void end() {
		this.active = false;
	}

	/**
	 * Return whether something took too long, so that the connection was closed.
	 */
	synchronized boolean isOver() {
		return this.over;
	}

	private void setAlarm() {
		long time = this.end;
		this.set = true;
		this.alarm = time;
		Executor later = CompletableFuture.delayedExecutor(time - System.nanoTime(), TimeUnit.NANOSECONDS,
				Runnable::run);
		// a connection that is closed is not to be kept until then
		WeakReference<TransferWatch> watch = new WeakReference<>(this);
		later.execute(() -> {
			TransferWatch present = watch.get();
			if (present != null) {
				present.ring(time);
			}
		});
	}

	private synchronized void ring(long time) {
		if (time != this.alarm) {
			return;
		}
		this.set = false;
		if (this.active && System.nanoTime() - this.end < 0) {
			setAlarm();
		}
		else if (this.active) {
			this.over = true;
			this.abort.run();
		}
	}

}
