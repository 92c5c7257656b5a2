package io.contacthub.autoconfigure.jdbc;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.init.PropertiesBasedDataSourceScriptDatabaseInitializer;

/**
 * Initializer that makes the tables which publishers keep their events in.
 */
class EventSchemaInitializer extends PropertiesBasedDataSourceScriptDatabaseInitializer<ContactHubJdbcProperties> {

	EventSchemaInitializer(DataSource dataSource, ContactHubJdbcProperties properties) {
		super(dataSource, properties);
	}

}
