package io.contacthub.autoconfigure.jdbc;

import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/**
 * Databases of their own for the beans of tests.
 */
public final class TestDataSources {

	private TestDataSources() {
	}

	public static DataSource embedded() {
		return new EmbeddedDatabaseBuilder().generateUniqueName(true).setType(EmbeddedDatabaseType.H2).build();
	}

	/**
	 * Create a pool whose connections never commit by themselves, as if they were in a
	 * transaction.
	 */
	public static DataSource withoutAutoCommit() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		pool.setAutoCommit(false);
		return pool;
	}

}
