package io.contacthub.shop;

import java.util.ArrayDeque;
import java.util.Deque;

import org.springframework.transaction.SavepointManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.SmartTransactionObject;

/**
 * Transaction manager with nothing behind it.
 */
class PlainTransactionManager extends AbstractPlatformTransactionManager {

	private final Deque<Transaction> present = new ArrayDeque<>();

	PlainTransactionManager() {
		setNestedTransactionAllowed(true);
	}

	@Override
	protected Object doGetTransaction() {
		return this.present.isEmpty() ? new Transaction() : this.present.peek();
	}

	@Override
	protected boolean isExistingTransaction(Object transaction) {
		return this.present.contains(transaction);
	}

	@Override
	protected void doBegin(Object transaction, TransactionDefinition definition) {
		this.present.push((Transaction) transaction);
	}

	@Override
	protected Object doSuspend(Object transaction) {
		return this.present.pop();
	}

	@Override
	protected void doResume(Object transaction, Object suspended) {
		this.present.push((Transaction) suspended);
	}

	@Override
	protected void doCommit(DefaultTransactionStatus status) {
	}

	@Override
	protected void doRollback(DefaultTransactionStatus status) {
	}

	@Override
	protected void doCleanupAfterCompletion(Object transaction) {
		this.present.remove(transaction);
	}

	/**
	 * Transaction that knows savepoints.
	 */
	private static final class Transaction implements SmartTransactionObject, SavepointManager {

		@Override
		public Object createSavepoint() {
			return new Object();
		}

		@Override
		public void rollbackToSavepoint(Object savepoint) {
		}

		@Override
		public void releaseSavepoint(Object savepoint) {
		}

		@Override
		public boolean isRollbackOnly() {
			return false;
		}

		@Override
		public void flush() {
		}

	}

}
