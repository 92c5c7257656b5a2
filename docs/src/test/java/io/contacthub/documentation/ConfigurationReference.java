package io.contacthub.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties of all modules, as tables of a page. A table stands between a comment
 * that names the prefixes of its properties and one that ends it; a property is in that
 * of its longest prefix.
 */
final class ConfigurationReference {

	private static final Pattern BEGIN = Pattern.compile("<!-- properties: (.+) -->");

	private static final String END = "<!-- end of properties -->";

	private static final List<String> REQUIRED = List.of("contacthub.workspace-id", "contacthub.token",
			"contacthub.node-id");

	private final Map<String, ConfigurationProperty> properties = new TreeMap<>();

	private ConfigurationReference() {
	}

	/**
	 * Read the metadata of all modules.
	 */
	static ConfigurationReference read() throws IOException {
		ConfigurationReference reference = new ConfigurationReference();
		for (URL resource : Collections.list(ConfigurationReference.class.getClassLoader()
			.getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream stream = resource.openStream()) {
				reference.add(JsonMapper.shared().readValue(stream, Map.class));
			}
		}
		return reference;
	}

	private void add(Map<?, ?> metadata) {
		Map<Object, Map<String, String>> values = new LinkedHashMap<>();
		for (Map<?, ?> hint : maps(metadata, "hints")) {
			if (!hint.containsKey("providers")) {
				Map<String, String> explained = new LinkedHashMap<>();
				maps(hint, "values").forEach((value) -> explained.put(String.valueOf(value.get("value")),
						String.valueOf(value.get("description"))));
				values.put(hint.get("name"), explained);
			}
		}
		for (Map<?, ?> property : maps(metadata, "properties")) {
			String name = String.valueOf(property.get("name"));
			if (name.matches("(management\\.health\\.)?contacthub\\b.*")) {
				this.properties.put(name,
						new ConfigurationProperty(name, String.valueOf(property.get("type")),
								property.get("defaultValue"), String.valueOf(property.get("description")),
								values.getOrDefault(name, Map.of())));
			}
		}
	}

	private static List<Map<?, ?>> maps(Map<?, ?> map, String name) {
		List<Map<?, ?>> maps = new ArrayList<>();
		if (map.get(name) instanceof List<?> several) {
			several.forEach((one) -> maps.add((Map<?, ?>) one));
		}
		return maps;
	}

	Collection<ConfigurationProperty> properties() {
		return this.properties.values();
	}

	/**
	 * The names of the properties that a page has no table for.
	 * @param page the lines of the page
	 */
	List<String> missing(List<String> page) {
		List<String> prefixes = prefixes(page);
		return this.properties.keySet().stream().filter((name) -> prefix(name, prefixes) == null).toList();
	}

	/**
	 * The lines of a page, with its tables as they must be.
	 * @param page the lines of the page
	 */
	List<String> write(List<String> page) {
		List<String> prefixes = prefixes(page);
		List<String> written = new ArrayList<>();
		for (int line = 0; line < page.size(); line++) {
			written.add(page.get(line));
			Matcher begin = BEGIN.matcher(page.get(line));
			if (begin.matches()) {
				written.add("");
				written.addAll(table(List.of(begin.group(1).split(" ")), prefixes));
				written.add("");
				while (!page.get(line + 1).equals(END)) {
					line++;
				}
			}
		}
		return written;
	}

	private List<String> table(List<String> own, List<String> prefixes) {
		List<String> table = new ArrayList<>(List.of("| property | type | default | |", "|---|---|---|---|"));
		for (String prefix : own) {
			this.properties.values()
				.stream()
				.filter((property) -> prefix.equals(prefix(property.name(), prefixes)))
				.sorted(Comparator.comparingInt(ConfigurationReference::rank))
				.map((property) -> property.row(REQUIRED.contains(property.name()) ? " Required (1)." : "",
						this.properties.keySet()))
				.forEach(table::add);
		}
		return table;
	}

	private static int rank(ConfigurationProperty property) {
		int required = REQUIRED.indexOf(property.name());
		return (required >= 0) ? required : REQUIRED.size();
	}

	private static List<String> prefixes(List<String> page) {
		return page.stream()
			.map(BEGIN::matcher)
			.filter(Matcher::matches)
			.flatMap((begin) -> List.of(begin.group(1).split(" ")).stream())
			.toList();
	}

	private static @Nullable String prefix(String name, Collection<String> prefixes) {
		return prefixes.stream()
			.filter((prefix) -> name.equals(prefix) || name.startsWith(prefix + "."))
			.max(Comparator.comparingInt(String::length))
			.orElse(null);
	}

}
