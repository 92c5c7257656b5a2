package io.contacthub.documentation;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * A property as the metadata of its module has it.
 *
 * @param name its name
 * @param type the name of its type
 * @param defaultValue its default, a list if it has several
 * @param description what it does
 * @param values what each of its values does, for those that are explained
 */
record ConfigurationProperty(String name, String type, @Nullable Object defaultValue, String description,
		Map<String, String> values) {

	private static final String MAP = "java.util.Map<java.lang.String,";

	private static final String LIST = "java.util.List<";

	private static final Map<String, String> TYPES = Map.of("java.lang.Boolean", "boolean", "java.lang.Integer",
			"integer", "java.lang.Long", "integer", "java.lang.Double", "number", "java.lang.String", "text",
			"java.time.Duration", "duration", "java.time.Instant", "point in time", "java.nio.file.Path", "path",
			"org.springframework.util.unit.DataSize", "size");

	/** What the sentences quote, and what they call by the name of a property. */
	private static final Pattern CODE = Pattern.compile(
			"\"([^\"]+)\"|(?<![\\w/])((?:contacthub|spring)(?:\\.(?:[a-z][a-z0-9-]*|\\*))+)|(?<![\\w@.-])([a-z]+(?:-[a-z]+)+)(?!\\w|\\.\\w)");

	/**
	 * Write the row of a table.
	 * @param note follows the description
	 * @param names the names of all properties
	 */
	String row(String note, Set<String> names) {
		return "| `%s` | %s | %s | %s%s |".formatted(shownName(), shownType(), shownDefault(), shownDescription(names),
				note);
	}

	private String shownName() {
		return isMap() ? this.name + ".<name>" + (isGroup() ? ".*" : "") : this.name;
	}

	private boolean isMap() {
		return this.type.startsWith(MAP);
	}

	private boolean isGroup() {
		return isMap() && typeOfValue().startsWith("io.contacthub.");
	}

	private String typeOfValue() {
		return isMap() ? this.type.substring(MAP.length(), this.type.length() - 1) : this.type;
	}

	private String shownType() {
		return isGroup() ? "" : shown(typeOfValue());
	}

	private static String shown(String type) {
		if (type.startsWith(LIST)) {
			return "list of " + shown(type.substring(LIST.length(), type.length() - 1)) + "s";
		}
		String known = TYPES.get(type);
		return (known != null) ? known
				: "one of " + Arrays.stream(type(type).getEnumConstants())
					.map((constant) -> "`" + dashed(constant.toString()) + "`")
					.collect(Collectors.joining(", "));
	}

	private static String dashed(String constant) {
		return constant.toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static Class<?> type(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException("There is no type " + name, ex);
		}
	}

	private String shownDefault() {
		if (this.defaultValue == null) {
			return "";
		}
		String value = (this.defaultValue instanceof List<?> several)
				? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
				: String.valueOf(this.defaultValue);
		return value.isEmpty() ? "" : "`" + value + "`";
	}

	private String shownDescription(Set<String> names) {
		StringBuilder text = new StringBuilder(
				CODE.matcher(this.description).replaceAll((found) -> code(found, names)));
		if (isGroup()) {
			text.append(Arrays.stream(type(typeOfValue()).getRecordComponents())
				.map(RecordComponent::getName)
				.map((component) -> "`" + DataObjectPropertyName.toDashedForm(component) + "`")
				.collect(Collectors.joining(", ", " It has ", ".")));
		}
		if (!this.values.isEmpty()) {
			text.append(this.values.entrySet()
				.stream()
				.map((value) -> "`" + value.getKey() + "`: " + withCode(beginning(value.getValue()), names))
				.collect(Collectors.joining("; ", " ", ".")));
		}
		return text.toString();
	}

	private static String withCode(String text, Set<String> names) {
		return CODE.matcher(text).replaceAll((found) -> code(found, names));
	}

	private static String code(MatchResult found, Set<String> names) {
		String dashed = found.group(3);
		if (dashed != null && names.stream().noneMatch((name) -> name.endsWith("." + dashed))) {
			return Matcher.quoteReplacement(dashed);
		}
		return Matcher.quoteReplacement("`" + ((found.group(1) != null) ? found.group(1) : found.group()) + "`");
	}

	private static String beginning(String sentence) {
		String text = sentence.substring(0, sentence.length() - 1);
		return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
	}

}
