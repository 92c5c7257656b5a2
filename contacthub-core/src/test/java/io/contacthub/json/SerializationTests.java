package io.contacthub.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.contacthub.customer.BaseProperties;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FormCompiled;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.query.Field;
import io.contacthub.query.ListField;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DisplayName("A value that Java has serialized")
class SerializationTests {

	static Stream<Named<Object>> values() {
		return Values.all();
	}

	@ParameterizedTest
	@MethodSource("values")
	@DisplayName("is equal when it is read, writes the same, and hides as much")
	void isEqual(Object value) throws Exception {
		Object copy = copy(value);
		assertThat(copy).isEqualTo(value).hasSameHashCodeAs(value).hasToString(value.toString());
		if (!(value instanceof Field<?>)) {
			assertThat(copy).hasSameClassAs(value);
		}
		if (value instanceof ApiObject object) {
			assertSame(object, (ApiObject) copy);
		}
	}

	/**
	 * What is absent is absent, and all is in its order.
	 */
	private static void assertSame(ApiObject object, ApiObject copy) {
		RecordShape shape = RecordShape.of(object.getClass());
		assertThat(shape.present(copy).keySet()).isEqualTo(shape.present(object).keySet());
		assertThat(copy.unknown().keySet()).containsExactlyElementsOf(object.unknown().keySet());
		assertThat(json(copy)).isEqualTo(json(object));
		assertThat(copy.toMap()).isEqualTo(object.toMap());
		shape.present(object).forEach((member, value) -> {
			if (value instanceof ApiObject inner) {
				assertThat(member.valueOf(copy)).hasSameClassAs(inner);
				assertSame(inner, (ApiObject) member.valueOf(copy));
			}
		});
	}

	@ParameterizedTest
	@MethodSource("values")
	@DisplayName("names no class of this library but the one that holds the form, projections, fields and simple values")
	void namesFewClasses(Object value) throws Exception {
		Set<String> names = new TreeSet<>();
		read(write(value), names);
		names.removeIf((name) -> name.startsWith("java.") || name.startsWith("["));
		if (value instanceof ApiObject || value instanceof JsonObject) {
			names.removeIf((name) -> name.startsWith("io.contacthub.query."));
			assertThat(names).containsExactly(SerializedObject.class.getName());
		}
		else {
			assertThat(names).isNotEmpty().doesNotContain("io.contacthub.customer.BasePropertiesFields");
		}
	}

	@Test
	@DisplayName("has what Java knows more exactly than the document")
	void isExact() throws Exception {
		Customer customer = Customer.builder()
			.registeredAt(Instant.parse("2020-01-01T00:00:00.123456789Z"))
			.updatedAt(Instant.MAX)
			.base((base) -> base.dob(LocalDate.MIN))
			.extended(JsonObject.of("long", 5L, "double", 0.5, "float", 1.5f, "short", (short) 3, "byte", (byte) 1))
			.build();
		assertThat(copy(customer)).isEqualTo(customer);
	}

	@Test
	@DisplayName("has values that were replaced or cleared after they had been read")
	void isExactAfterChanges() throws Exception {
		Customer read = Customer
			.of(Map.of("base", Map.of("dob", "1994-02-11T14:05", "timezone", "nowhere"), "registeredAt", "2017-03-09"));
		for (Customer customer : List.of(read, read.withBase((base) -> base.withDob(LocalDate.of(1994, 2, 12))),
				read.withBase((base) -> base.withDob(null)), read.withRegisteredAt(null),
				read.withBase(BaseProperties.builder().build()), read.withoutBase())) {
			Customer copy = copy(customer);
			assertThat(copy).isEqualTo(customer);
			assertThat(json(copy)).isEqualTo(json(customer));
		}
	}

	@Test
	@DisplayName("is absent where it stood for what was absent")
	void isAbsent() throws Exception {
		Customer customer = Customer.builder().id("c1").build();
		Customer changed = customer.withBase(copy(customer.base()))
			.withTags(copy(customer.tags()))
			.withExtended(copy(customer.extended()));
		assertThat(json(changed)).isEqualTo("{\"id\":\"c1\"}");
		assertThat(json(copy(customer).withBase((base) -> base))).isEqualTo("{\"id\":\"c1\"}");
		assertThat(json(customer.withExtended(copy(JsonObject.of())))).isEqualTo("{\"id\":\"c1\",\"extended\":{}}");
	}

	@Test
	@DisplayName("has the dates that were given, for when they become part of a customer")
	void keepsGivenDates() throws Exception {
		JsonObject base = JsonObject.of("dob", OffsetDateTime.parse("1980-04-06T00:00:00+01:00"), "list",
				List.of(Map.of("at", Instant.EPOCH)));
		JsonObject document = copy(JsonObject.of("base", base));
		assertThat(json(Customer.of(document)))
			.isEqualTo("{\"base\":{\"dob\":\"1980-04-06\",\"list\":[{\"at\":\"1970-01-01T00:00:00.000Z\"}]}}");
		assertThat(copy(document)).isEqualTo(document);
	}

	@Test
	@DisplayName("has the properties of an event in the record that they were given in")
	void keepsTypes() throws Exception {
		Event event = Event.of(EventType.of("mine")).withProperties(ViewedPage.builder().title("t").build());
		assertThat(copy(event)).isEqualTo(event);
		Event odd = Event.of(FormCompiled.builder().formName("f").build()).withType(EventType.VIEWED_PAGE);
		assertThat(copy(odd)).isEqualTo(odd);
	}

	@Test
	@DisplayName("is a query that can be combined as before, and a field of the same kind")
	void behavesAlike() throws Exception {
		Query query = Query.where(BASE.FIRST_NAME.eq("Ann"));
		assertThat(copy(query).and(EXTRA.isNull())).isEqualTo(query.and(EXTRA.isNull()));
		assertThat(copy(query.union(Query.all())).toJson()).isEqualTo(query.toJson());
		Query raw = Query.raw(Map.of("type", "simple"));
		assertThatIllegalStateException().isThrownBy(() -> copy(raw).and(EXTRA.isNull()));
		ListField<String> tags = copy(TAGS.MANUAL);
		assertThat(tags.contains("a")).isEqualTo(TAGS.MANUAL.contains("a"));
		assertThat(copy(BASE.DOB).eq(LocalDate.EPOCH)).isEqualTo(BASE.DOB.eq(LocalDate.EPOCH));
		assertThat(copy(BASE.LIKES.CREATED_TIME).isWithinList()).isTrue();
	}

	@Test
	@DisplayName("is of a class whose version is said, or in the form of one, so that changes of its methods matter to nobody")
	void saysItsVersion() {
		List<String> silent = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.contacthub.json", "io.contacthub.customer", "io.contacthub.event",
					"io.contacthub.query", "io.contacthub.segment")
			.stream()
			.filter((type) -> type.isAssignableTo(Serializable.class))
			.filter((type) -> !type.isAssignableTo(Throwable.class))
			.filter((type) -> !type.isInterface() && !type.isRecord() && !type.isEnum() && !type.isAnonymousClass())
			.filter((
					type) -> type.getFields().stream().noneMatch((field) -> field.getName().equals("serialVersionUID")))
			.filter((type) -> type.getMethods()
				.stream()
				.noneMatch((method) -> method.getName().equals("writeReplace")
						&& method.getModifiers().contains(JavaModifier.PRIVATE)))
			.filter((type) -> !type.getSimpleName().endsWith("Fields"))
			.map((type) -> type.getName())
			.toList();
		assertThat(silent).isEmpty();
	}

	@Test
	@DisplayName("may be nested as deep as documents may be")
	void isDeep() throws Exception {
		Object deep = 1;
		for (int i = 0; i < ContactHubJson.DEPTH - 2; i++) {
			deep = (i % 2 == 0) ? List.of(deep) : Map.of("a", deep);
		}
		Customer customer = Customer.builder().extended(JsonObject.of("deep", deep)).build();
		assertThat(copy(customer)).isEqualTo(customer);
	}

	@Test
	@DisplayName("by a version that knows fewer members is read by one that knows more, and the other way round")
	void isReadByOtherVersions(@TempDir Path folder) throws Exception {
		ClassLoader before = version(folder.resolve("before"),
				"record Note(String text, List<String> tags, JsonObject unknown)",
				"tags = Members.list(tags);unknown = Members.unknown(unknown);", "");
		ClassLoader after = version(folder.resolve("after"),
				"record Note(LocalDate day, String text, List<String> tags, Instant at, Part part, List<Part> parts, "
						+ "JsonObject free, JsonObject unknown)",
				"tags = Members.list(tags);part = Members.object(part, Part.class);parts = Members.list(parts);"
						+ "free = Members.properties(free);unknown = Members.unknown(unknown);",
				"record Part(BigDecimal size, JsonObject unknown) implements ApiObject {"
						+ "Part { unknown = Members.unknown(unknown); }"
						+ "private Object writeReplace() { return Members.serialized(this); } }");
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("z", null);
		document.put("day", "1994-02-11T14:05");
		document.put("text", "t");
		document.put("part", Map.of("size", "1.10", "q", 1));
		document.put("parts", List.of(Map.of("size", new BigDecimal("2.5")), Map.of()));
		document.put("free", Map.of("a", 1));
		document.put("at", "2020-01-01T00:00:00.000Z");
		ApiObject old = note(before, document);
		ApiObject current = note(after, document);
		assertThat(old.unknown()).containsOnlyKeys("z", "day", "part", "parts", "free", "at");
		assertThat(current.unknown()).containsOnlyKeys("z", "day");
		assertThat(in(after, write(old))).isEqualTo(current);
		assertThat(((ApiObject) in(before, write(current))).toMap()).isEqualTo(document);
		assertThat(in(after, write(in(before, write(current))))).isEqualTo(current);
		Map<String, Object> absent = Map.of("text", "t");
		assertThat(((ApiObject) in(after, write(note(before, absent)))).toMap()).isEqualTo(absent);
		assertThat(((ApiObject) in(before, write(note(after, absent)))).toMap()).isEqualTo(absent);
		assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> read(write(current), new TreeSet<>()))
			.withMessageContaining("app.Note");
	}

	private static ApiObject note(ClassLoader version, Map<String, Object> document) throws Exception {
		return Members.readDocument(new LinkedHashMap<>(document),
				version.loadClass("app.Note").asSubclass(ApiObject.class));
	}

	private static ClassLoader version(Path folder, String head, String constructor, String further) throws Exception {
		Path source = Files.createDirectories(folder.resolve("app")).resolve("Note.java");
		Files.writeString(source, """
				package app;
				import io.contacthub.json.*;
				import java.math.BigDecimal;
				import java.time.*;
				import java.util.List;
				%s implements ApiObject {
					Note { %s }
					private Object writeReplace() { return Members.serialized(this); }
				}
				%s
				""".formatted(head, constructor, further));
		String classes = Path.of(ApiObject.class.getProtectionDomain().getCodeSource().getLocation().toURI())
			.toString();
		assertThat(ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-parameters", "-cp",
					classes + File.pathSeparator + System.getProperty("java.class.path"), "-d", folder.toString(),
					source.toString()))
			.isZero();
		return new URLClassLoader(new URL[] { folder.toUri().toURL() }, SerializationTests.class.getClassLoader());
	}

	private static Object in(ClassLoader version, byte[] bytes) throws Exception {
		ClassLoader present = Thread.currentThread().getContextClassLoader();
		Thread.currentThread().setContextClassLoader(version);
		try {
			return read(bytes, new TreeSet<>());
		}
		finally {
			Thread.currentThread().setContextClassLoader(present);
		}
	}

	private static String json(ApiObject object) {
		return ContactHubJson.mapper().writeValueAsString(object);
	}

	@SuppressWarnings("unchecked")
	static <T> T copy(T value) throws Exception {
		assertThat(value).isInstanceOf(Serializable.class);
		return (T) read(write(value), new TreeSet<>());
	}

	private static byte[] write(Object value) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(value);
		}
		return bytes.toByteArray();
	}

	private static Object read(byte[] bytes, Set<String> classes) throws IOException, ClassNotFoundException {
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {

			@Override
			protected Class<?> resolveClass(ObjectStreamClass type) throws IOException, ClassNotFoundException {
				classes.add(type.getName());
				return super.resolveClass(type);
			}

		}) {
			return in.readObject();
		}
	}

}
