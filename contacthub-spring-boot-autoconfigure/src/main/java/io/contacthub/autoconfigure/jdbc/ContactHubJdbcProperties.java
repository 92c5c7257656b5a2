package io.contacthub.autoconfigure.jdbc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.init.DatabaseInitializationProperties;

/**
 * Properties of the tables that publishers keep their events in.
 */
@ConfigurationProperties("contacthub.events.publisher.jdbc")
class ContactHubJdbcProperties extends DatabaseInitializationProperties {

	/** Where the scripts are, one for each database. */
	static final String SCHEMA = "classpath:io/contacthub/event/jdbc/schema-@@platform@@.sql";

	@Override
	public String getDefaultSchemaLocation() {
		// of a database without a script, publishers tell what it must be
		return (getPlatform() != null) ? SCHEMA : "optional:" + SCHEMA;
	}

}
