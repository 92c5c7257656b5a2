package io.contacthub.bulk;

import java.util.Set;

import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.client.PauseLengths;
import io.contacthub.client.SharedPause;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.Execution;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * Task to write an item, on a thread of the writer and in the context of the thread that
 * took it. It waits, sends and judges until the item is decided.
 *
 * @param <S> the type of the items
 * @param <T> the type of what is written
 */
final class BulkTask<S, T> {

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private final BulkItem<S> item;

	private final T value;

	private final BulkWork<T> work;

	private final DefaultBulkRun<S, T> run;

	private final ItemLosses losses;

	private Runnable inContext = () -> {
	};

	private boolean tokenRefused;

	/**
	 * Create a task in the context of the present thread.
	 */
	BulkTask(BulkItem<S> item, T value, BulkWork<T> work, DefaultBulkRun<S, T> run) {
		this.item = item;
		this.value = value;
		this.work = work;
		this.run = run;
		this.losses = new ItemLosses(run.outage());
		prepare();
	}

	/**
	 * Take the context of the present thread.
	 */
	private void prepare() {
		try {
			this.inContext = this.work.executor().inContext(this::write);
		}
		catch (Throwable ex) {
			// it is told in the turn of the item
			this.inContext = () -> notRun(ex);
		}
	}

	/**
	 * Write the item on another thread, once more and in the context of this one.
	 */
	private void again() {
		prepare();
		execute();
	}

	/**
	 * Have the item written on another thread.
	 */
	void execute() {
		try {
			this.work.executor().execute(this::runInContext);
		}
		catch (Throwable ex) {
			notRun(ex);
		}
	}

	private void runInContext() {
		try {
			this.inContext.run();
		}
		catch (Throwable ex) {
			notRun(ex);
		}
	}

	/**
	 * Give up, since the context or the executor failed. What they do later has no effect
	 * any more.
	 */
	private void notRun(Throwable cause) {
		if (this.run.window().begin(this.item)) {
			stopAll(cause, Kind.NOT_DONE);
		}
	}

	private void write() {
		if (!this.run.window().begin(this.item)) {
			return;
		}
		try {
			boolean decided = false;
			while (!decided) {
				decided = attempt();
			}
		}
		catch (Throwable ex) {
			stopAll(ex, Kind.FAILED);
		}
	}

	/**
	 * Write the item.
	 * @return whether it is out of the hands of this thread
	 */
	private boolean attempt() {
		SharedPause pause = this.work.pause();
		int turn;
		try {
			turn = pause.await(this.run.window()::isStopped);
		}
		catch (InterruptedException ex) {
			// nobody has a reason to interrupt a thread of the writer
			return false;
		}
		if (this.run.window().isStopped()) {
			decide(Kind.NOT_DONE, null, null);
			return true;
		}
		this.losses.sent();
		try {
			BulkResult result = this.work.operation().apply(this.value);
			answered(turn);
			decide(result.kind(), result.id(), null);
			return true;
		}
		catch (RuntimeException ex) {
			return failed(ex, turn);
		}
	}

	private boolean failed(RuntimeException failure, int turn) {
		switch (BulkVerdict.of(failure, this.work.settings().delivery())) {
			case REFUSED -> {
				if (ContactHubFailure.in(failure).isPresent()) {
					answered(turn);
				}
				decide(Kind.REFUSED, null, failure);
			}
			case STAYS -> {
				note(failure);
				// the token may end while all pause
				this.tokenRefused = false;
				unanswered();
				pause(failure, turn);
				return false;
			}
			case AGAIN -> {
				note(failure);
				this.losses.add(this.run.window().undecided());
				if (this.losses.isInARow()) {
					pause(failure, turn);
				}
				if (!this.losses.isTooMany()) {
					return false;
				}
				decide(Kind.FAILED, null, failure);
			}
			case FAILED -> {
				if (unanswered()) {
					pause(failure, turn);
				}
				decide(Kind.FAILED, null, failure);
			}
			case TOKEN_REFUSED -> {
				note(failure);
				if (this.tokenRefused) {
					stopAll(failure, Kind.NOT_DONE);
				}
				else {
					this.tokenRefused = true;
					this.item.task(this::again);
					this.run.window().giveBack(this.item);
				}
			}
			case STOPS_ALL -> stopAll(failure, isSurelyUndone(failure) ? Kind.NOT_DONE : Kind.FAILED);
		}
		return true;
	}

	private void answered(int turn) {
		this.run.outage().decided();
		this.work.pause().succeeded(turn);
	}

	/**
	 * Take note that nothing was decided, and stop the run when that has been so for too
	 * long.
	 * @return whether it is not this request alone
	 */
	private boolean unanswered() {
		return this.run.outage().failed(this.run.window().undecided());
	}

	private void pause(RuntimeException failure, int turn) {
		if (this.run.outage().isTooLong()) {
			this.run.stop(failure);
			return;
		}
		this.work.pause().begin(turn, PauseLengths.asked(failure));
	}

	private void note(RuntimeException failure) {
		boolean open = ContactHubFailure.in(failure)
			.map(ContactHubFailure::failedOperation)
			.filter((operation) -> operation.execution() == Execution.UNKNOWN && !SAFE.contains(operation.method()))
			.isPresent();
		this.item.failed(failure, open);
	}

	private static boolean isSurelyUndone(RuntimeException failure) {
		return ContactHubFailure.in(failure).filter((known) -> known.execution() == Execution.NO).isPresent();
	}

	private void stopAll(Throwable cause, Kind kind) {
		this.run.stop(cause);
		decide(kind, null, (cause instanceof RuntimeException failure) ? failure : new IllegalStateException(cause));
	}

	private void decide(Kind kind, @Nullable String id, @Nullable RuntimeException failure) {
		this.run.window().decide(this.item, kind, id, failure);
	}

}
