package io.contacthub.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * The name of a node or a workspace in the properties, with all the forms that it is
 * written in: variables of the environment have neither dashes, dots nor capitals.
 *
 * @param name the name as it is written, with dashes if it is with and without
 * @param paths where its properties are, as each of the sources has it
 */
record ConnectionName(String name, Set<ConfigurationPropertyName> paths) {

	/**
	 * Return the connection without a name.
	 */
	static ConnectionName none() {
		return new ConnectionName("", Set.of(ConfigurationPropertyName.of("contacthub")));
	}

	/**
	 * Return a name that nothing is known of but itself.
	 */
	static ConnectionName of(String property, String name) {
		ConfigurationPropertyName plain = ConfigurationPropertyName.adapt(property + "." + name, '.');
		ConfigurationPropertyName path = name.matches("[A-Za-z0-9_-]+") ? plain
				: ConfigurationPropertyName.of(property + "[" + name + "]");
		return new ConnectionName(name, Set.of(path));
	}

	/**
	 * Return where its properties are, for messages.
	 */
	String path() {
		return this.paths.iterator().next().toString();
	}

	/**
	 * Return the names of its nodes.
	 */
	List<ConnectionName> nodes(Environment environment) {
		return WrittenNames.ofNodes(environment, children("nodes"));
	}

	/**
	 * Return the names of all workspaces.
	 */
	static List<ConnectionName> workspaces(Environment environment) {
		return WrittenNames.ofWorkspaces(environment, none().children("workspaces"));
	}

	private Set<ConfigurationPropertyName> children(String member) {
		return this.paths.stream().map((path) -> path.append(member)).collect(Collectors.toSet());
	}

	/**
	 * Return its value, or that of a member.
	 * @param member the member, empty for the value of the name itself
	 */
	@Nullable String value(Environment environment, String member) {
		PropertySourcesPlaceholdersResolver placeholders = new PropertySourcesPlaceholdersResolver(environment);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			Binder binder = new Binder(List.of(source), placeholders);
			for (ConfigurationPropertyName path : this.paths) {
				String value = binder.bind(path.append(member), Bindable.of(String.class)).orElse(null);
				if (value != null) {
					return value;
				}
			}
		}
		return null;
	}

	/**
	 * Return the properties of a source as they are below this name.
	 */
	List<ConfigurationPropertySource> own(ConfigurationPropertySource source) {
		return this.paths.stream().map((path) -> source.withPrefix(path.toString())).toList();
	}

}
