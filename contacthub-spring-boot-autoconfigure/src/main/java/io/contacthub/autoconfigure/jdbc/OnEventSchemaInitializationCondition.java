package io.contacthub.autoconfigure.jdbc;

import org.springframework.boot.sql.autoconfigure.init.OnDatabaseInitializationCondition;

/**
 * Condition that matches unless the tables are made by somebody else.
 */
class OnEventSchemaInitializationCondition extends OnDatabaseInitializationCondition {

	OnEventSchemaInitializationCondition() {
		super("ContactHub events", "contacthub.events.publisher.jdbc.initialize-schema");
	}

}
