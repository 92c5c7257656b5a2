package io.contacthub.batch.remote;

import java.io.IOException;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Assumptions;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A PostgreSQL for all tests of this process, with the tables of jobs and of messages. It
 * ends with the process.
 */
public final class Database {

	private static final Log logger = LogFactory.getLog(Database.class);

	private static EmbeddedPostgres postgres;

	private Database() {
	}

	/**
	 * Start it, or skip the tests where it does not run, as on a system for which there
	 * are no binaries.
	 */
	public static synchronized void start() {
		if (postgres != null) {
			return;
		}
		try {
			postgres = EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").start();
		}
		catch (IOException | IllegalStateException ex) {
			String reason = "SKIPPED: PostgreSQL does not start here: " + ex;
			logger.warn(reason);
			Assumptions.abort(reason);
		}
		new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql"),
				new ClassPathResource("org/springframework/integration/jdbc/schema-postgresql.sql"))
			.execute(dataSource());
	}

	public static DataSource dataSource() {
		return postgres.getPostgresDatabase();
	}

	static String url() {
		return postgres.getJdbcUrl("postgres", "postgres");
	}

}
