package io.contacthub.emulator.autoconfigure;

import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Workspaces that have a name in the properties of an application. For this library.
 */
public final class NamedWorkspaces {

	private static final String PROPERTY = "contacthub.workspaces";

	private NamedWorkspaces() {
	}

	/**
	 * Find what the properties of each workspace begin with.
	 * @param environment the environment of the application
	 * @return the prefixes, with the names as they are written
	 */
	public static Stream<String> prefixes(Environment environment) {
		return Binder.get(environment)
			.bind(PROPERTY, Bindable.mapOf(String.class, Object.class))
			.orElse(Map.of())
			.keySet()
			.stream()
			.map((name) -> name.matches("[A-Za-z0-9_-]+") ? PROPERTY + "." + name : PROPERTY + "[" + name + "]");
	}

}
