package io.contacthub.event.jdbc;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.contacthub.client.IllegalSettingException;
import io.contacthub.event.EventRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link TransactionCheck}.
 */
@DisplayName("Of transactions,")
class TransactionCheckTests {

	private final TestDatabase database = TestDatabase.inMemory();

	private final TestDatabase other = TestDatabase.inMemory();

	private final HikariDataSource pool = new HikariDataSource();

	TransactionCheckTests() {
		this.pool.setJdbcUrl(this.database.pool().getJdbcUrl());
		this.pool.setUsername(this.database.pool().getUsername());
		this.pool.setMaximumPoolSize(2);
	}

	@AfterEach
	void close() {
		this.pool.close();
		this.database.close();
		this.other.close();
	}

	@ParameterizedTest(name = "with connections that commit by themselves: {0}")
	@ValueSource(booleans = { true, false })
	@DisplayName("the manager of the database is accepted, and that of another one is refused")
	void managersOfSpring(boolean autoCommit) {
		this.pool.setAutoCommit(autoCommit);
		assertAccepted(this.pool, new JdbcTransactionManager(this.pool));
		assertAccepted(new TransactionAwareDataSourceProxy(this.pool), new JdbcTransactionManager(this.pool));
		assertAccepted(this.pool, new Delegate(new JdbcTransactionManager(this.pool)));
		assertRefused(this.pool, this.other.transactions());
		// another pool of the same database
		assertRefused(this.pool, this.database.transactions());
	}

	@ParameterizedTest(name = "with connections that commit by themselves: {0}")
	@ValueSource(booleans = { true, false })
	@DisplayName("managers that do not tell what they manage, as that of JTA, are tried")
	void otherManagers(boolean autoCommit) {
		this.pool.setAutoCommit(autoCommit);
		// whose connections enlist themselves
		DataSource enlisting = new DelegatingDataSource(new TransactionAwareDataSourceProxy(this.pool));
		assertAccepted(enlisting, new Delegate(new JdbcTransactionManager(this.pool)));
		assertRefused(this.pool, new Delegate(this.other.transactions()));
		assertRefused(enlisting, new Delegate(this.other.transactions()));
	}

	private void assertAccepted(DataSource dataSource, PlatformTransactionManager transactions) {
		create(dataSource, transactions).close();
		assertThat(this.database.count(EventTable.NAME)).isZero();
	}

	private void assertRefused(DataSource dataSource, PlatformTransactionManager transactions) {
		assertThatExceptionOfType(IllegalSettingException.class).isThrownBy(() -> create(dataSource, transactions))
			.satisfies((failure) -> assertThat(failure.setting()).isEqualTo("transactions"))
			.withMessageContaining(transactions.getClass().getName())
			.withMessageContaining("give the transaction manager of that dataSource");
		assertThat(this.database.count(EventTable.NAME)).isZero();
	}

	private static JdbcEventPublisher create(DataSource dataSource, PlatformTransactionManager transactions) {
		return JdbcEventPublisher.create(dataSource, transactions, mock(EventRepository.class),
				JdbcEventPublisherSettings.defaults(), null);
	}

	/**
	 * Manager that does not tell what it manages.
	 */
	private record Delegate(PlatformTransactionManager manager) implements PlatformTransactionManager {

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

}
