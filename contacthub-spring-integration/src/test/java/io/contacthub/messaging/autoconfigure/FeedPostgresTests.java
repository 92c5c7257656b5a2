package io.contacthub.messaging.autoconfigure;

import java.io.IOException;
import java.util.UUID;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Tests for {@link FeedJdbcConfiguration} on PostgreSQL, in a schema for each.
 */
@DisplayName("The feed of instances that share a PostgreSQL")
class FeedPostgresTests extends FeedJdbcConfigurationTests {

	/** Not that of the package, which is silent in tests. */
	private static final Log logger = LogFactory.getLog("io.contacthub.skipped");

	private static EmbeddedPostgres postgres;

	@BeforeAll
	static void startDatabase() {
		try {
			postgres = EmbeddedPostgres.start();
		}
		catch (IOException | IllegalStateException ex) {
			String reason = "SKIPPED: PostgreSQL does not start here: " + ex;
			logger.error(reason);
			Assumptions.abort(reason);
		}
	}

	@AfterAll
	static void closeDatabase() throws IOException {
		if (postgres != null) {
			postgres.close();
		}
	}

	@Override
	DataSource createDatabase() {
		String schema = "s" + UUID.randomUUID().toString().replace("-", "");
		new JdbcTemplate(postgres.getPostgresDatabase()).execute("CREATE SCHEMA " + schema);
		return new DriverManagerDataSource(postgres.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
	}

	@Override
	String drop() {
		return "SELECT 1";
	}

}
