package io.contacthub.event.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.contacthub.client.IllegalSettingException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Database that events can be kept in.
 */
enum EventDatabase {

	/** H2, in memory or in a file. */
	H2("H2"),

	/** PostgreSQL. */
	POSTGRESQL("PostgreSQL");

	private static final Log logger = LogFactory.getLog(JdbcEventPublisher.class);

	private final String product;

	EventDatabase(String product) {
		this.product = product;
	}

	/**
	 * Ask a database for its product, and whether it has the tables.
	 * @param dataSource the database
	 * @return what it is
	 * @throws IllegalSettingException when it is another one
	 * @throws IllegalStateException when there are no tables
	 * @throws DataAccessException when it does not answer
	 */
	static EventDatabase of(DataSource dataSource) {
		JdbcTemplate template = new JdbcTemplate(dataSource);
		EventDatabase database = of(
				template.execute((ConnectionCallback<@Nullable String>) (connection) -> connection.getMetaData()
					.getDatabaseProductName()));
		try {
			template.queryForList("select id from " + EventTable.NAME + " where 1 = 0");
			template.queryForList("select id from " + RefusedEventTable.NAME + " where 1 = 0");
		}
		catch (BadSqlGrammarException ex) {
			throw new IllegalStateException("The tables " + EventTable.NAME + " and " + RefusedEventTable.NAME
					+ " are missing: create them by io/contacthub/event/jdbc/schema-" + database.platform()
					+ ".sql, as part of the application's migrations", ex);
		}
		if (database == H2) {
			warnOfDelay(template);
		}
		return database;
	}

	/**
	 * Warn of a file that is written some time after a commit. That is a setting of the
	 * whole database, which is not this library's to change.
	 */
	private static void warnOfDelay(JdbcTemplate template) {
		boolean inFile;
		List<String> delays;
		try {
			inFile = template.queryForObject("select database_path()", String.class) != null;
			// in capitals, since names may be kept as they are
			delays = template.queryForList(
					"select SETTING_VALUE from INFORMATION_SCHEMA.SETTINGS where SETTING_NAME = 'WRITE_DELAY'",
					String.class);
		}
		catch (DataAccessException ex) {
			logger.debug("H2 does not tell when it writes its file", ex);
			return;
		}
		if (inFile && !delays.isEmpty() && !delays.contains("0")) {
			logger.warn("H2 writes its file up to " + delays.get(0) + " ms after a commit: events that were accepted"
					+ " are lost when the process is killed. Add ;WRITE_DELAY=0 to the URL of the database");
		}
	}

	private static EventDatabase of(@Nullable String product) {
		return Arrays.stream(values())
			.filter((database) -> database.product.equals(product))
			.findAny()
			.orElseThrow(() -> new IllegalSettingException("dataSource", product, "events are kept in "
					+ Arrays.stream(values()).map((database) -> database.product).collect(Collectors.joining(" or "))
					+ " only"));
	}

	private String platform() {
		return (this == H2) ? "h2" : "postgresql";
	}

}
