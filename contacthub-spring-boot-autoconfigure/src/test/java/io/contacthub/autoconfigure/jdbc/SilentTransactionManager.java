package io.contacthub.autoconfigure.jdbc;

import javax.sql.DataSource;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Manager that does not tell which data source it is for, as that of JPA.
 */
public class SilentTransactionManager implements PlatformTransactionManager {

	private final PlatformTransactionManager manager;

	public SilentTransactionManager(DataSource dataSource) {
		this.manager = new JdbcTransactionManager(dataSource);
	}

	@Override
	public TransactionStatus getTransaction(TransactionDefinition definition) {
		return this.manager.getTransaction(definition);
	}

	@Override
	public void commit(TransactionStatus status) {
		this.manager.commit(status);
	}

	@Override
	public void rollback(TransactionStatus status) {
		this.manager.rollback(status);
	}

}
