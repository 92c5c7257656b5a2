package io.contacthub.event.jdbc;

import java.sql.Connection;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.InvalidIsolationLevelException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallerTransactions}.
 */
@DisplayName("Transactions beside those of callers")
class CallerTransactionsTests {

	private final TestDatabase database = TestDatabase.inMemory();

	private final HikariDataSource pool = new HikariDataSource();

	CallerTransactionsTests() {
		this.pool.setJdbcUrl(this.database.pool().getJdbcUrl());
		this.pool.setUsername(this.database.pool().getUsername());
		this.pool.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
	}

	@AfterEach
	void close() {
		this.pool.close();
		this.database.close();
	}

	@Test
	@DisplayName("read what is committed, whatever the level of the database is")
	void readCommitted() {
		assertThat(isolation(new JdbcTransactionManager(this.pool))).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
	}

	@Test
	@DisplayName("have the level of the database when their manager knows no other one")
	void noOtherLevel() {
		assertThat(isolation(new JdbcTransactionManager(this.pool) {

			@Override
			protected void doBegin(Object transaction, TransactionDefinition definition) {
				if (definition.getIsolationLevel() != TransactionDefinition.ISOLATION_DEFAULT) {
					throw new InvalidIsolationLevelException("as that of JTA");
				}
				super.doBegin(transaction, definition);
			}

		})).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
	}

	private int isolation(PlatformTransactionManager transactions) {
		return new CallerTransactions(this.pool, transactions).own()
			.execute((transaction) -> new JdbcTemplate(this.pool)
				.execute((ConnectionCallback<Integer>) Connection::getTransactionIsolation));
	}

}
