package io.contacthub.event.jdbc;

import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions of a database that is away for a while, which are counted then.
 */
class CountingTransactions extends JdbcTransactionManager {

	final AtomicInteger refused = new AtomicInteger();

	volatile boolean away;

	CountingTransactions(DataSource dataSource) {
		super(dataSource);
	}

	@Override
	protected void doBegin(Object transaction, TransactionDefinition definition) {
		if (this.away) {
			this.refused.incrementAndGet();
			throw new CannotCreateTransactionException("away");
		}
		super.doBegin(transaction, definition);
	}

}
