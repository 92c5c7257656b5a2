package io.contacthub.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Names of connections as the properties have them: what is a name, and which of them are
 * the same one in another form.
 */
final class WrittenNames {

	/**
	 * What the properties of a connection begin with, in uniform form, and what those do
	 * that have no effect on one: they are not to be taken for a part of its name.
	 */
	private static final Set<String> MEMBERS = Set.of("enabled", "workspaceid", "token", "nodeid", "inifile", "nodes",
			"baseurl", "allowinsecurebaseurl", "http", "retry", "stream", "validation", "workspaces", "health",
			"events");

	/**
	 * Those that have a value of their own, and one that ends as another one is called.
	 */
	private static final Set<String> VALUES = Set.of("enabled", "workspaceid", "token", "nodeid", "inifile", "baseurl",
			"allowinsecurebaseurl", "validationtoken");

	private WrittenNames() {
	}

	/**
	 * Return the names of nodes.
	 * @param parents what their properties are below
	 */
	static List<ConnectionName> ofNodes(Environment environment, Collection<ConfigurationPropertyName> parents) {
		return find(environment, parents, WrittenNames::node, WrittenNames::variableOfNode);
	}

	/**
	 * Return the names of workspaces.
	 * @param parents what their properties are below
	 */
	static List<ConnectionName> ofWorkspaces(Environment environment, Collection<ConfigurationPropertyName> parents) {
		return find(environment, parents, WrittenNames::workspace, WrittenNames::variableOfWorkspace);
	}

	private static List<ConnectionName> find(Environment environment, Collection<ConfigurationPropertyName> parents,
			Function<List<String>, Written> asWritten, BiFunction<List<String>, Set<String>, Written> inEnvironment) {
		Map<String, Group> groups = new LinkedHashMap<>();
		Map<String, Group> variables = new LinkedHashMap<>();
		each(environment, false, parents, (parent, property) -> add(groups, property, parent, asWritten));
		Set<String> known = groups.keySet().stream().map(WrittenNames::letters).collect(Collectors.toSet());
		each(environment, true, parents, (parent, property) -> add(variables, property, parent,
				(elements) -> inEnvironment.apply(elements, known)));
		variables.forEach((uniform, group) -> group.mergeInto(groups, uniform));
		return groups.values().stream().map(Group::toName).toList();
	}

	/**
	 * Look at all properties below some, those of the environment or all others.
	 */
	private static void each(Environment environment, boolean ofEnvironment,
			Collection<ConfigurationPropertyName> parents,
			BiConsumer<ConfigurationPropertyName, ConfigurationPropertyName> action) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable
					&& ofEnvironment == source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource) {
				iterable.stream()
					.forEach((property) -> parents.stream()
						.filter((parent) -> parent.isAncestorOf(property))
						.forEach((parent) -> action.accept(parent, property)));
			}
		}
	}

	private static void add(Map<String, Group> groups, ConfigurationPropertyName property,
			ConfigurationPropertyName parent, Function<List<String>, Written> reader) {
		int depth = parent.getNumberOfElements();
		Written written = reader.apply(IntStream.range(depth, property.getNumberOfElements())
			.mapToObj((index) -> property.getElement(index, Form.ORIGINAL))
			.toList());
		groups.computeIfAbsent(uniform(written.name), (uniform) -> new Group())
			.add(written.name, property.chop(depth + written.elements));
	}

	private static String uniform(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
	}

	private static String letters(String uniform) {
		return uniform.replaceAll("[^\\p{L}\\p{N}]", "");
	}

	private static Written node(List<String> elements) {
		return new Written(String.join(".", elements), elements.size());
	}

	private static Written variableOfNode(List<String> elements, Set<String> known) {
		return new Written(String.join("-", elements), elements.size());
	}

	private static Written workspace(List<String> elements) {
		return new Written(elements.get(0), 1);
	}

	/**
	 * Return the name that a variable of the environment has, which does not tell the
	 * underscores of the name from those before and within the property. The name is one
	 * that other sources have, else it ends where the rest is a whole property of a
	 * workspace, else where one begins.
	 */
	private static Written variableOfWorkspace(List<String> elements, Set<String> known) {
		for (int size = elements.size() - 1; size > 0; size--) {
			if (known.contains(letters(uniform(String.join("", elements.subList(0, size)))))) {
				return variable(elements, size);
			}
		}
		for (int size = 1; size < elements.size(); size++) {
			if (VALUES.contains(uniform(String.join("", elements.subList(size, elements.size()))))) {
				return variable(elements, size);
			}
		}
		for (int size = 1; size < elements.size(); size++) {
			for (int end = size + 1; end <= elements.size(); end++) {
				if (MEMBERS.contains(uniform(String.join("", elements.subList(size, end))))) {
					return variable(elements, size);
				}
			}
		}
		return workspace(elements);
	}

	private static Written variable(List<String> elements, int size) {
		return new Written(String.join("-", elements.subList(0, size)), size);
	}

	/**
	 * A name as a property has it.
	 */
	private record Written(String name, int elements) {
	}

	/**
	 * Names that are the same, whatever they are written like.
	 */
	private static final class Group {

		private final List<String> names = new ArrayList<>();

		private final Set<ConfigurationPropertyName> paths = new LinkedHashSet<>();

		void add(String name, ConfigurationPropertyName path) {
			this.names.add(name);
			this.paths.add(path);
		}

		/**
		 * Add variables of the environment to the names that they are variables for.
		 */
		void mergeInto(Map<String, Group> groups, String uniform) {
			Group same = groups.get(uniform);
			if (same == null) {
				same = groups.entrySet()
					.stream()
					.filter((group) -> letters(group.getKey()).equals(uniform))
					.map(Map.Entry::getValue)
					.findFirst()
					.orElse(null);
			}
			if (same == null) {
				groups.put(uniform, this);
			}
			else {
				same.paths.addAll(this.paths);
			}
		}

		ConnectionName toName() {
			String best = this.names.get(0);
			for (String name : this.names) {
				best = (dashes(name) > dashes(best)) ? name : best;
			}
			return new ConnectionName(best, this.paths);
		}

		private static long dashes(String name) {
			return Arrays.stream(name.split("")).filter("-"::equals).count();
		}

	}

}
