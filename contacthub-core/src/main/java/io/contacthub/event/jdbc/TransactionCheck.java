package io.contacthub.event.jdbc;

import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Check that transactions take part in what is done with a database. Without that an
 * event that was accepted would be lost, or sent by several processes at once.
 */
final class TransactionCheck {

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	TransactionCheck(DataSource dataSource, TransactionOperations transactions) {
		this.dataSource = dataSource;
		this.jdbc = JdbcClient.create(dataSource);
		this.transactions = transactions;
	}

	/**
	 * Return whether they do. Those of Spring have a connection of the database from
	 * their beginning; others, such as those of JTA, are tried.
	 */
	boolean isPassed() {
		return Boolean.TRUE
			.equals(this.transactions
				.execute((transaction) -> TransactionSynchronizationManager.hasResource(this.dataSource)))
				|| isObeyed();
	}

	/**
	 * Return whether a rollback leaves nothing, and a commit what was written. That a
	 * connection does not commit by itself would not tell: it may be nobody who does.
	 */
	private boolean isObeyed() {
		// nobody sends what has this name
		String publisher = "check " + UUID.randomUUID();
		try {
			this.transactions.executeWithoutResult((transaction) -> {
				write(publisher);
				transaction.setRollbackOnly();
			});
			if (isThere(publisher)) {
				return false;
			}
			this.transactions.executeWithoutResult((transaction) -> write(publisher));
			return isThere(publisher);
		}
		finally {
			this.transactions
				.executeWithoutResult((transaction) -> this.jdbc.sql("delete from contacthub_event where publisher = ?")
					.param(publisher)
					.update());
		}
	}

	private void write(String publisher) {
		this.jdbc
			.sql("insert into contacthub_event (publisher, event, accepted_at, due_at, attempts)"
					+ " values (?, '{}', current_timestamp, current_timestamp, 0)")
			.param(publisher)
			.update();
	}

	private boolean isThere(String publisher) {
		return Boolean.TRUE.equals(this.transactions
			.execute((transaction) -> this.jdbc.sql("select count(*) from contacthub_event where publisher = ?")
				.param(publisher)
				.query(Long.class)
				.single() > 0));
	}

}
