package io.contacthub.messaging.autoconfigure;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.integration.support.locks.LockRegistry;

/**
 * Registry of locks that tells when it fails, once until it works again: to an election,
 * a lock that cannot be reached is no more than one that somebody else has.
 */
final class ObservedLockRegistry implements LockRegistry<Lock> {

	private static final Log logger = LogFactory.getLog(ObservedLockRegistry.class);

	private final LockRegistry<?> locks;

	private final BooleanSupplier running;

	private volatile @Nullable Throwable failure;

	/**
	 * Create a registry.
	 * @param locks has the locks
	 * @param running whether a leader is elected; what fails at the end is not told
	 */
	ObservedLockRegistry(LockRegistry<?> locks, BooleanSupplier running) {
		this.locks = locks;
		this.running = running;
	}

	@Override
	public Lock obtain(Object lockKey) {
		return new ObservedLock(this.locks.obtain(lockKey));
	}

	/**
	 * Return why locks cannot be reached at present, or {@code null} when they can.
	 */
	@Nullable Throwable failure() {
		return this.failure;
	}

	private void failed(RuntimeException failure) {
		if (!this.running.getAsBoolean()) {
			return;
		}
		boolean known = this.failure != null;
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		this.failure = cause;
		if (!known) {
			logger.warn("Which instance reads changes cannot be agreed on at present, and none does until it can: "
					+ "the lock cannot be reached: " + cause);
		}
	}

	private void worked() {
		if (this.failure != null) {
			this.failure = null;
			logger.info("Which instance reads changes can be agreed on again");
		}
	}

	/**
	 * Lock that tells when it fails.
	 */
	private final class ObservedLock implements Lock {

		private final Lock lock;

		ObservedLock(Lock lock) {
			this.lock = lock;
		}

		@Override
		public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
			try {
				boolean locked = this.lock.tryLock(time, unit);
				worked();
				return locked;
			}
			catch (RuntimeException ex) {
				failed(ex);
				throw ex;
			}
		}

		@Override
		public boolean tryLock() {
			return this.lock.tryLock();
		}

		@Override
		public void lock() {
			this.lock.lock();
		}

		@Override
		public void lockInterruptibly() throws InterruptedException {
			this.lock.lockInterruptibly();
		}

		@Override
		public void unlock() {
			this.lock.unlock();
		}

		@Override
		public Condition newCondition() {
			return this.lock.newCondition();
		}

	}

}
