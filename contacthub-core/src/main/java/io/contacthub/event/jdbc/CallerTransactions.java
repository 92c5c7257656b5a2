package io.contacthub.event.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.InvalidIsolationLevelException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of callers. What is done in them is part of the present one, where there
 * is one of the same database that is not over; otherwise it is committed for itself.
 */
final class CallerTransactions {

	private final DataSource dataSource;

	private final TransactionTemplate joining;

	private final TransactionTemplate own;

	private final TransactionTemplate present;

	CallerTransactions(DataSource dataSource, PlatformTransactionManager transactions) {
		this.dataSource = dataSource;
		this.joining = new TransactionTemplate(transactions);
		this.own = new TransactionTemplate(transactions);
		this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		readCommitted();
		this.present = new TransactionTemplate(transactions);
		this.present.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
	}

	/**
	 * Have the own transactions see what others have committed. Of those of a stricter
	 * level, some would fail each time that another process does the same.
	 */
	private void readCommitted() {
		if (isolation() != Connection.TRANSACTION_READ_COMMITTED) {
			this.own.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
			try {
				isolation();
			}
			catch (InvalidIsolationLevelException ex) {
				// as that of JTA, which knows only the level of the database
				this.own.setIsolationLevel(TransactionDefinition.ISOLATION_DEFAULT);
			}
		}
	}

	private int isolation() {
		JdbcTemplate template = new JdbcTemplate(this.dataSource);
		return this.own.execute(
				(transaction) -> template.execute((ConnectionCallback<Integer>) Connection::getTransactionIsolation));
	}

	/**
	 * Return those that are never part of another one.
	 */
	TransactionTemplate own() {
		return this.own;
	}

	/**
	 * Read something.
	 */
	<T> T read(TransactionCallback<T> reading) {
		return this.joining.execute(reading);
	}

	/**
	 * Write something.
	 * @param writing writes it
	 * @param committed is run once it is committed
	 * @return what the first one returns
	 */
	<T> T write(TransactionCallback<T> writing, Runnable committed) {
		if (TransactionSynchronizationManager.isCurrentTransactionReadOnly() && isJoined()) {
			throw new InvalidDataAccessApiUsageException(
					"The transaction is read-only, and an event is written in it: do it in one that is not");
		}
		Ending ending = new Ending(committed);
		// databases in files, and pools, do not survive or not serve an interrupted
		// thread
		boolean interrupted = Thread.interrupted();
		T result;
		try {
			Connection held = isOver() ? heldConnection() : null;
			result = (held != null) ? writeAfter(held, writing) : write(writing, ending);
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
		if (!ending.joined) {
			committed.run();
		}
		return result;
	}

	private <T> T write(TransactionCallback<T> writing, Ending ending) {
		return (isOver() ? this.own : this.joining).execute((transaction) -> {
			T written = writing.doInTransaction(transaction);
			ending.joined = !transaction.isNewTransaction()
					&& TransactionSynchronizationManager.isSynchronizationActive();
			if (ending.joined) {
				TransactionSynchronizationManager.registerSynchronization(ending);
			}
			return written;
		});
	}

	/**
	 * Write something on the connection of a transaction that has ended, and commit it.
	 * When there are as many callers as connections, none would get a second one.
	 */
	private static <T> T writeAfter(Connection connection, TransactionCallback<T> writing) {
		try {
			boolean autoCommit = connection.getAutoCommit();
			boolean committed = false;
			connection.setAutoCommit(false);
			try {
				T written = writing.doInTransaction(new SimpleTransactionStatus());
				connection.commit();
				committed = true;
				return written;
			}
			finally {
				if (!committed) {
					connection.rollback();
				}
				connection.setAutoCommit(autoCommit);
			}
		}
		catch (SQLException ex) {
			throw notCommitted(ex);
		}
	}

	private static TransactionSystemException notCommitted(SQLException cause) {
		return new TransactionSystemException("What was written after the end of a transaction could not be committed",
				cause);
	}

	/**
	 * Return the connection of the transaction that has ended, {@code null} when there is
	 * none that works.
	 */
	private @Nullable Connection heldConnection() {
		if (TransactionSynchronizationManager.getResource(this.dataSource) instanceof ConnectionHolder holder) {
			Connection connection = holder.getConnection();
			try {
				return connection.isClosed() ? null : connection;
			}
			catch (SQLException ex) {
				return null;
			}
		}
		return null;
	}

	/**
	 * Return whether the present transaction is one of this database: a connection alone
	 * may have been used in that of another one.
	 */
	private boolean isJoined() {
		try {
			return TransactionSynchronizationManager.hasResource(this.dataSource)
					&& Boolean.TRUE.equals(this.present.execute((transaction) -> true));
		}
		catch (IllegalTransactionStateException ex) {
			return false;
		}
	}

	/**
	 * Return whether there is a transaction that has ended already, and told so to those
	 * before.
	 */
	private static boolean isOver() {
		return TransactionSynchronizationManager.isActualTransactionActive()
				&& !TransactionSynchronizationManager.isSynchronizationActive();
	}

	/**
	 * End of a transaction that something was written in.
	 */
	private final class Ending implements TransactionSynchronization {

		private final Runnable committed;

		private boolean joined;

		private boolean told;

		Ending(Runnable committed) {
			this.committed = committed;
		}

		@Override
		public void afterCommit() {
			this.told = true;
		}

		@Override
		public void afterCompletion(int status) {
			if (status != STATUS_COMMITTED) {
				return;
			}
			if (!this.told) {
				// it was written after the commit, by somebody who was told of that, into
				// what nobody else commits
				commit(TransactionSynchronizationManager.getResource(CallerTransactions.this.dataSource));
			}
			this.committed.run();
		}

		private static void commit(@Nullable Object resource) {
			if (resource instanceof ConnectionHolder holder) {
				Connection connection = holder.getConnection();
				try {
					if (!connection.getAutoCommit()) {
						connection.commit();
					}
				}
				catch (SQLException ex) {
					throw notCommitted(ex);
				}
			}
		}

	}

}
