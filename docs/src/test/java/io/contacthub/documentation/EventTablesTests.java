package io.contacthub.documentation;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.EventProperties;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.OpenValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the tables of the page on events, which are made of the code. With
 * {@code -Ddocs.update=true} they are written instead of compared.
 */
@DisplayName("The page on events")
class EventTablesTests {

	private static final Path PAGE = Path.of("events.md");

	private static final Path SOURCES = Path.of("..", "contacthub-core", "src", "main", "java");

	/**
	 * What each record of properties has.
	 */
	private static final Set<String> COMMON = Set.of("extraProperties", "extended", "unknown");

	@ParameterizedTest
	@ValueSource(strings = { "types", "shared", "parts", "contexts" })
	@DisplayName("has the present table of")
	void hasTable(String name) throws IOException {
		List<String> page = Files.readAllLines(PAGE);
		int begin = page.indexOf("<!-- generated: " + name + " -->") + 1;
		int end = page.indexOf("<!-- end: " + name + " -->");
		assertThat(begin).isPositive().isLessThanOrEqualTo(end);
		if (Boolean.getBoolean("docs.update")) {
			List<String> written = new ArrayList<>(page.subList(0, begin));
			written.addAll(table(name));
			written.addAll(page.subList(end, page.size()));
			Files.write(PAGE, written);
		}
		else {
			assertThat(page.subList(begin, end)).as("the table, which -Ddocs.update=true writes")
				.isEqualTo(table(name));
		}
	}

	private static List<String> table(String name) throws IOException {
		return switch (name) {
			case "types" -> types();
			case "shared" -> shared();
			case "parts" -> parts();
			default -> contexts();
		};
	}

	private static List<String> types() throws IOException {
		Map<String, String> meanings = meanings(EventType.class);
		List<String> lines = header("`EventType`", "what happened", "record", "properties");
		for (Map.Entry<String, EventType> type : constants(EventType.class).entrySet()) {
			Class<?> record = record(type.getValue());
			String own = components(record).stream()
				.filter((component) -> sharing(record).stream().noneMatch((shared) -> has(shared, component)))
				.map((component) -> text(record, component))
				.collect(Collectors.joining(", "));
			String shared = sharing(record).isEmpty() ? ""
					: "those of `" + sharing(record).get(0).getSimpleName() + "`";
			lines.add(row("`" + type.getKey() + "`", Objects.requireNonNull(meanings.get(type.getKey())),
					"`" + record.getSimpleName() + "`",
					(shared.isEmpty() || own.isEmpty()) ? shared + own : shared + ", " + own));
		}
		assertThat(lines).hasSize(2 + 47);
		return lines;
	}

	private static List<String> shared() throws IOException {
		Map<Class<?>, Class<?>> sharing = new LinkedHashMap<>();
		for (EventType type : constants(EventType.class).values()) {
			Class<?> record = record(type);
			sharing(record).forEach((shared) -> sharing.putIfAbsent(shared, record));
		}
		Map<String, String> rows = new TreeMap<>();
		for (Map.Entry<Class<?>, Class<?>> entry : sharing.entrySet()) {
			String shared = entry.getKey().getSimpleName();
			rows.put(shared,
					row("`" + shared + "`",
							components(entry.getValue()).stream()
								.filter((component) -> has(entry.getKey(), component))
								.map((component) -> text(entry.getValue(), component))
								.collect(Collectors.joining(", "))));
		}
		List<String> lines = header("interface", "properties");
		lines.addAll(rows.values());
		return lines;
	}

	private static List<String> parts() throws IOException {
		Set<Class<?>> parts = new LinkedHashSet<>();
		for (EventType type : constants(EventType.class).values()) {
			collect(record(type), parts);
		}
		for (EventContext context : constants(EventContext.class).values()) {
			collect(record(context), parts);
		}
		List<String> lines = header("record", "properties");
		parts.stream()
			.filter((part) -> !EventProperties.class.isAssignableFrom(part))
			.filter((part) -> !part.getPackageName().endsWith("context")
					|| !part.getSimpleName().endsWith("ContextInfo"))
			.sorted((one, other) -> one.getSimpleName().compareTo(other.getSimpleName()))
			.forEach((part) -> lines.add(row("`" + part.getSimpleName() + "`",
					components(part).stream()
						.map((component) -> text(part, component))
						.collect(Collectors.joining(", ")))));
		return lines;
	}

	private static void collect(Class<?> record, Set<Class<?>> parts) {
		if (parts.add(record)) {
			for (RecordComponent component : components(record)) {
				Class<?> element = element(component.getGenericType());
				if (element.isRecord() && !OpenValue.class.isAssignableFrom(element)) {
					collect(element, parts);
				}
			}
		}
	}

	private static List<String> contexts() throws IOException {
		Map<String, String> meanings = meanings(EventContext.class);
		List<String> lines = header("`EventContext`", "where", "record", "information");
		for (Map.Entry<String, EventContext> context : constants(EventContext.class).entrySet()) {
			Class<?> record = record(context.getValue());
			lines.add(row("`" + context.getKey() + "`", Objects.requireNonNull(meanings.get(context.getKey())),
					"`" + record.getSimpleName() + "`",
					components(record).stream()
						.map((component) -> text(record, component))
						.collect(Collectors.joining(", "))));
		}
		return lines;
	}

	private static List<String> header(String... columns) {
		return new ArrayList<>(List.of(row(columns), "|" + "---|".repeat(columns.length)));
	}

	private static String row(String... cells) {
		return "| " + String.join(" | ", cells) + " |";
	}

	private static <T> Map<String, T> constants(Class<T> type) {
		return Arrays.stream(type.getFields())
			.filter((field) -> field.getType() == type)
			.collect(Collectors.toMap(Field::getName, (field) -> value(field, type), (one, other) -> one,
					LinkedHashMap::new));
	}

	private static <T> T value(Field field, Class<T> type) {
		try {
			return type.cast(field.get(null));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What the Javadoc of constants says, without the record that it leads to.
	 */
	private static Map<String, String> meanings(Class<?> type) throws IOException {
		Pattern constant = Pattern.compile(
				"/\\*\\*\\s+\\* ([^@{]+?)(?:,\\s+(?:\\* )?see\\s+(?:\\* )?\\{[^}]+})?\\.\\s+\\*/\\s+public static final \\w+ (\\w+) =");
		return constant.matcher(source(type))
			.results()
			.collect(Collectors.toMap((found) -> found.group(2),
					(found) -> found.group(1).replaceAll("\\s+\\*\\s+", " ")));
	}

	private static String source(Class<?> type) throws IOException {
		return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
	}

	private static Class<?> record(EventType type) {
		return Event.of(Map.of("type", type.value(), "properties", Map.of("any", "x"))).properties().getClass();
	}

	private static Class<?> record(EventContext context) {
		return Event.of(Map.of("context", context.value(), "contextInfo", Map.of("any", "x"))).contextInfo().getClass();
	}

	private static List<RecordComponent> components(Class<?> record) {
		return Arrays.stream(record.getRecordComponents())
			.filter((component) -> !COMMON.contains(component.getName()))
			.toList();
	}

	/**
	 * The interfaces that a record shares with others, the narrowest first.
	 */
	private static List<Class<?>> sharing(Class<?> record) {
		List<Class<?>> shared = new ArrayList<>();
		for (Class<?> type : record.getInterfaces()) {
			if (EventProperties.class.isAssignableFrom(type) && type != EventProperties.class) {
				shared.add(type);
				shared.addAll(sharing(type));
			}
		}
		return shared;
	}

	private static boolean has(Class<?> shared, RecordComponent component) {
		return Arrays.stream(shared.getMethods()).anyMatch((method) -> method.getName().equals(component.getName()));
	}

	private static String text(Class<?> record, RecordComponent component) {
		Class<?> element = element(component.getGenericType());
		String type = "";
		if (ApiObject.class.isAssignableFrom(element) || OpenValue.class.isAssignableFrom(element)) {
			type = ": `" + element.getSimpleName() + "`";
		}
		else if (element == JsonObject.class) {
			type = ": free";
		}
		String list = (component.getType() == List.class) ? (type.isEmpty() ? ": list" : type + " list") : type;
		return "`" + component.getName() + "`" + list + (isRequired(record, component) ? " (required)" : "");
	}

	private static boolean isRequired(Class<?> record, RecordComponent component) {
		try {
			Matcher required = Pattern.compile("@Required @Nullable \\w+ (\\w+)").matcher(source(record));
			return required.results().map((found) -> found.group(1)).anyMatch(component.getName()::equals);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Class<?> element(Type type) {
		Type element = (type instanceof ParameterizedType list) ? list.getActualTypeArguments()[0] : type;
		return (Class<?>) element;
	}

}
