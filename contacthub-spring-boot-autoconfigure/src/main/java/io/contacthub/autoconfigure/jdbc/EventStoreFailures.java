package io.contacthub.autoconfigure.jdbc;

import java.util.List;

import io.contacthub.autoconfigure.ContactHubConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with the database that publishers keep their events in, told with
 * lines to paste.
 */
final class EventStoreFailures {

	private static final String PUBLISHER = "contacthub.events.publisher";

	private EventStoreFailures() {
	}

	private static ContactHubConfigurationException failure(String fault, String action) {
		return new ContactHubConfigurationException(PUBLISHER + ".store", "is jdbc: " + fault + ".", action);
	}

	/**
	 * Return the failure of an application without a data source, or with too many.
	 * @param names the names of those that there are
	 */
	static ContactHubConfigurationException noDataSource(List<String> names) {
		if (names.isEmpty()) {
			return failure("needs a DataSource, and there is none", """
					Say where the database of the application is, for example:

					%s""".formatted(ContactHubConfigurationException.lines("spring.datasource",
					"url: jdbc:postgresql://localhost/shop\nusername: shop\npassword: ${DATABASE_PASSWORD}")));
		}
		return failure("needs one DataSource, and there are " + names + ", of which none is primary", """
				Mark the one whose database is to have the tables, and the manager of its transactions:

				@Bean
				@ContactHubDataSource
				DataSource %s() {

				@Bean
				@ContactHubTransactionManager
				PlatformTransactionManager ...
				""".formatted(names.get(0)));
	}

	/**
	 * Return the failure of an application whose transactions are for something else.
	 * @param names the names of the managers that there are
	 */
	static ContactHubConfigurationException noTransactionManager(List<String> names) {
		return failure(
				"needs a transaction manager for its DataSource, and there are only " + names
						+ ", whose transactions its connections have no part in",
				"""
						Mark the one of that DataSource, or add one, for example:

						@Bean
						@ContactHubTransactionManager
						JdbcTransactionManager eventTransactionManager(@ContactHubDataSource DataSource dataSource) {
							return new JdbcTransactionManager(dataSource);
						}
						""");
	}

	/**
	 * Return the failure of a database without scripts for the tables.
	 * @param product what the database says it is, in quotes
	 */
	static ContactHubConfigurationException product(@Nullable String product) {
		return failure("the database is " + product + ", and must be PostgreSQL or H2", """
				Keep the events in one of these, marked by @ContactHubDataSource, or in memory, where they are lost \
				when the process is killed:

				%s""".formatted(ContactHubConfigurationException.lines(PUBLISHER, "store: memory")));
	}

	/**
	 * Return the failure of a database without the tables.
	 * @param message what the database says
	 */
	static ContactHubConfigurationException noTable(String message) {
		return failure("its tables cannot be read: " + message.split("[;\\n]")[0], """
				Copy the script schema-postgresql.sql or schema-h2.sql, of io/contacthub/event/jdbc in \
				contacthub-core, to the migrations of the database, such as \
				src/main/resources/db/migration/V2__contacthub_events.sql. Or have the tables made at start:

				%s"""
			.formatted(ContactHubConfigurationException.lines(PUBLISHER + ".jdbc", "initialize-schema: always")));
	}

}
