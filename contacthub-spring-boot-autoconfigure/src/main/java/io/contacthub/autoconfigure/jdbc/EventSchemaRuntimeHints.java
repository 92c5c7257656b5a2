package io.contacthub.autoconfigure.jdbc;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Hints for native images: the scripts that make the tables, and what is looked for by
 * its name when the database is to outlive the publishers.
 */
class EventSchemaRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern("io/contacthub/event/jdbc/schema-*.sql");
		hints.reflection().registerTypeIfPresent(classLoader, "jakarta.persistence.EntityManagerFactory", (type) -> {
		});
	}

}
