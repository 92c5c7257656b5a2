package io.contacthub.integration;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL for all tests of this process. It ends with the process.
 */
final class Postgres {

	private static final System.Logger logger = System.getLogger(Postgres.class.getName());

	private static EmbeddedPostgres postgres;

	private static int databases;

	private Postgres() {
	}

	/**
	 * Create a database, or skip the test where PostgreSQL does not run, as on a system
	 * for which there are no binaries.
	 * @return its address
	 */
	static synchronized String createDatabase() throws SQLException {
		start();
		String name = "test" + databases++;
		try (Connection connection = postgres.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		return postgres.getJdbcUrl("postgres", name);
	}

	private static void start() {
		if (postgres != null) {
			return;
		}
		try {
			// as it is unless somebody says otherwise: what is committed is on the disk
			postgres = EmbeddedPostgres.builder()
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("fsync", "on")
				.start();
		}
		catch (IOException | IllegalStateException ex) {
			String reason = "SKIPPED: PostgreSQL does not start here: " + ex;
			logger.log(System.Logger.Level.WARNING, reason);
			Assumptions.abort(reason);
		}
	}

}
