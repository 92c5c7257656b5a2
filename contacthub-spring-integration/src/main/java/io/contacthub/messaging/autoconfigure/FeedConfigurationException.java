package io.contacthub.messaging.autoconfigure;

import java.util.List;

/**
 * Exception thrown when the feed cannot be set up as it is configured. It tells all that
 * is wrong at once, with lines to paste.
 */
class FeedConfigurationException extends RuntimeException {

	private final String action;

	/**
	 * Create the exception.
	 * @param message what is wrong
	 * @param action what to do, ending with lines to paste
	 */
	FeedConfigurationException(String message, String action) {
		super(message);
		this.action = action;
	}

	String action() {
		return this.action;
	}

	/**
	 * Return one failure for all properties that are wrong.
	 * @param faults what is wrong with each, beginning with its name
	 */
	static FeedConfigurationException properties(List<String> faults) {
		String message = (faults.size() == 1) ? faults.get(0)
				: "The feed of ContactHub cannot be set up as it is configured:\n\n    - "
						+ String.join("\n    - ", faults);
		StringBuilder lines = new StringBuilder();
		for (String fault : faults) {
			String name = fault.substring(fault.indexOf("feed.") + "feed.".length(), fault.indexOf("' "));
			lines.append("    # ").append(name.replaceFirst("^retry\\.", "retry:\n    #   ")).append(": <value>\n");
		}
		return new FeedConfigurationException(message, """
				Give another value, or remove the property to have its default:

				contacthub:
				  feed:
				%s""".formatted(lines));
	}

	/**
	 * Return the failure of an application that lacks what the tables need.
	 * @param dataSources the names of the data sources that there are
	 */
	static FeedConfigurationException noDatabase(List<String> dataSources) {
		if (dataSources.size() > 1) {
			return new FeedConfigurationException(
					"'contacthub.feed.store' is jdbc: it needs one DataSource, and there are " + dataSources
							+ ", of which none is primary.",
					"""
							Mark one of them as @Primary. Or have the offset and the lock where you want them, for example:

							@Bean
							JdbcMetadataStore changeOffsets(@Qualifier("%1$s") DataSource dataSource) {
								return new JdbcMetadataStore(dataSource);
							}

							@Bean
							DefaultLockRepository changeLockRepository(@Qualifier("%1$s") DataSource dataSource) {
								return new DefaultLockRepository(dataSource);
							}

							@Bean
							JdbcLockRegistry changeLocks(LockRepository changeLockRepository) {
								return new JdbcLockRegistry(changeLockRepository);
							}
							"""
						.formatted(dataSources.get(0)));
		}
		return new FeedConfigurationException(
				"'contacthub.feed.store' is jdbc: it needs a DataSource, and spring-integration-jdbc.", """
						Add the libraries, and the connection to your database:

						<dependency>
						  <groupId>org.springframework.boot</groupId>
						  <artifactId>spring-boot-starter-jdbc</artifactId>
						</dependency>
						<dependency>
						  <groupId>org.springframework.integration</groupId>
						  <artifactId>spring-integration-jdbc</artifactId>
						</dependency>

						Or keep the offset in memory:

						contacthub:
						  feed:
						    store: memory
						""");
	}

}
