package io.contacthub.autoconfigure.http;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Watch over what is written on a connection: it closes one on which that takes too long.
 * Its alarm is not set for each write, which would cost more than most writes do, but
 * only when it would ring too late, and again when it has rung too early.
 */
final class WriteWatch {

	private final Runnable abort;

	private boolean writing;

	private long end;

	private boolean set;

	private long alarm;

	/**
	 * Create the watch.
	 * @param abort closes the connection
	 */
	WriteWatch(Runnable abort) {
		this.abort = abort;
	}

	/**
	 * Note that a write begins.
	 * @param timeLeft how long it may take
	 */
	synchronized void begin(Duration timeLeft) {
		this.writing = true;
		this.end = System.nanoTime() + timeLeft.toNanos();
		if (!this.set || this.end - this.alarm < 0) {
			setAlarm();
		}
	}

	/**
	 * Note that a write has ended.
	 */
	synchronized void end() {
		this.writing = false;
	}

	private void setAlarm() {
		long time = this.end;
		this.set = true;
		this.alarm = time;
		Executor later = CompletableFuture.delayedExecutor(time - System.nanoTime(), TimeUnit.NANOSECONDS,
				Runnable::run);
		// a connection that is closed is not to be kept until then
		WeakReference<WriteWatch> watch = new WeakReference<>(this);
		later.execute(() -> {
			WriteWatch present = watch.get();
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
		if (this.writing && System.nanoTime() - this.end < 0) {
			setAlarm();
		}
		else if (this.writing) {
			this.abort.run();
		}
	}

}
