package io.contacthub.emulator;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Lock that has the changes of a workspace exclude each other. Who only reads does
 * without it: stored documents do not change, and each list is read as it was at one
 * moment. What takes long, such as the validation of a body, belongs before the lock.
 */
final class ChangeLock {

	private final ReentrantLock lock = new ReentrantLock();

	/**
	 * Change something, and what depends on what was found before.
	 * @param change the change
	 * @return its result
	 */
	<T extends @Nullable Object> T call(Supplier<T> change) {
		this.lock.lock();
		try {
			return change.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	void run(Runnable change) {
		this.lock.lock();
		try {
			change.run();
		}
		finally {
			this.lock.unlock();
		}
	}

}
