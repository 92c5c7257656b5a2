package io.contacthub.event.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Assumptions;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Database with empty tables for events, and a pool of connections to it.
 */
final class TestDatabase implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(TestDatabase.class);

	private static EmbeddedPostgres postgres;

	private final HikariDataSource dataSource = new HikariDataSource();

	private final String platform;

	private TestDatabase(String url, String user, String platform) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url);
		config.setUsername(user);
		config.setMaximumPoolSize(12);
		config.setMinimumIdle(0);
		config.setConnectionTimeout(5000);
		// as some pools have it: what nobody commits is gone
		config.setAutoCommit(false);
		config.copyStateTo(this.dataSource);
		this.platform = platform;
		run("schema-drop-" + platform + ".sql");
		createTables();
	}

	static TestDatabase inMemory() {
		return new TestDatabase("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "h2");
	}

	static TestDatabase inFile(Path directory, String settings) {
		return new TestDatabase("jdbc:h2:file:" + directory.resolve("events").toAbsolutePath() + settings, "sa", "h2");
	}

	/**
	 * Return a PostgreSQL that all tests of this process share, or skip the test where it
	 * does not run, as on a system for which there are no binaries.
	 */
	static synchronized TestDatabase postgres() {
		if (postgres == null) {
			try {
				postgres = EmbeddedPostgres.builder().start();
			}
			catch (IOException | IllegalStateException ex) {
				String reason = "SKIPPED: PostgreSQL does not start here: " + ex;
				logger.warn(reason);
				Assumptions.abort(reason);
			}
		}
		return new TestDatabase(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgresql");
	}

	void createTables() {
		run("schema-" + this.platform + ".sql");
	}

	void dropTables() {
		run("schema-drop-" + this.platform + ".sql");
	}

	private void run(String script) {
		new ResourceDatabasePopulator(new ClassPathResource("io/contacthub/event/jdbc/" + script))
			.execute(this.dataSource);
	}

	DataSource dataSource() {
		return this.dataSource;
	}

	HikariDataSource pool() {
		return this.dataSource;
	}

	JdbcTransactionManager transactions() {
		return new JdbcTransactionManager(this.dataSource);
	}

	/**
	 * Do something in one transaction.
	 */
	TransactionTemplate transaction() {
		return new TransactionTemplate(transactions());
	}

	/**
	 * Do something in one transaction, beside that of the caller, and return its result.
	 */
	<T> T inTransaction(Supplier<T> action) {
		TransactionTemplate transaction = transaction();
		transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return transaction.execute((status) -> action.get());
	}

	/**
	 * Execute a statement and commit it.
	 */
	int update(String sql, Object... parameters) {
		return transaction()
			.execute((status) -> JdbcClient.create(this.dataSource).sql(sql).params(parameters).update());
	}

	<T> T single(Class<T> type, String sql, Object... parameters) {
		return transaction()
			.execute((status) -> JdbcClient.create(this.dataSource).sql(sql).params(parameters).query(type).single());
	}

	long count(String table) {
		return single(Long.class, "select count(*) from " + table);
	}

	@Override
	public void close() {
		this.dataSource.close();
	}

}
