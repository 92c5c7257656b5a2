package io.contacthub.emulator;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.event.context.ContextInfo;
import io.contacthub.event.context.FreeContextInfo;
import io.contacthub.event.properties.EventProperties;
import io.contacthub.event.properties.FreeEventProperties;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.OpenValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the events of the client against the schemas that the emulator keeps of its own.
 */
@DisplayName("The events of the client")
class EventCompletenessTests {

	private static ContactHubEmulator emulator;

	private static Node node;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.start();
		node = Workspace.builder()
			.id(emulator.workspaceId())
			.token(emulator.token())
			.baseUrl(emulator.baseUrl())
			.build()
			.node(emulator.nodeId());
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	static Stream<EventType> types() {
		return constants(EventType.class);
	}

	static Stream<EventContext> contexts() {
		return constants(EventContext.class);
	}

	@Test
	@DisplayName("S139 are of 47 types, in nine contexts")
	void areComplete() {
		assertThat(types()).hasSize(47).allMatch((type) -> EventTypes.propertiesOf(type.value()) != null);
		assertThat(contexts()).hasSize(9).allMatch((context) -> EventContexts.infoOf(context.value()) != null);
	}

	@ParameterizedTest
	@MethodSource("types")
	@DisplayName("S135 S137 have every property that their type has")
	void haveAllProperties(EventType type) {
		EventProperties properties = Event.of(type).withProperties(FreeEventProperties.of("x", 1)).properties();
		assertThat(properties.getClass().getSimpleName()).isEqualToIgnoringCase(type.value());
		check(EventTypes.propertiesOf(type.value()), properties.getClass(), type.value());
	}

	@ParameterizedTest
	@MethodSource("contexts")
	@DisplayName("S139 have all information that belongs to their context")
	void haveAllInformation(EventContext context) {
		ContextInfo info = Event.of(EventType.LOGGED_IN)
			.in(context)
			.withContextInfo(FreeContextInfo.of("x", 1))
			.contextInfo();
		check(EventContexts.infoOf(context.value()), info.getClass(), context.value());
	}

	@ParameterizedTest
	@MethodSource("types")
	@DisplayName("S135 S141 S143 S164 are sent with all their properties and read back as they were")
	void areSentAndRead(EventType type) {
		Class<?> record = Event.of(type).withProperties(FreeEventProperties.of("x", 1)).properties().getClass();
		Event event = Event.of((EventProperties) example(record))
			.in(EventContext.WEB)
			.by(node.customers().insert(JsonObject.of("externalId", type.value())));
		assertThat(event.type()).isEqualTo(type);
		Event added = node.events().add(event);
		Event read = node.events().getById(added.id());
		assertThat(read.properties()).isEqualTo(event.properties());
		assertThat(read.type()).isEqualTo(type);
		assertThat(read.registeredAt()).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("contexts")
	@DisplayName("S139 are sent with all information on their context and read back as they were")
	void areSentWithInformation(EventContext context) {
		Class<?> record = Event.of(EventType.LOGGED_IN)
			.in(context)
			.withContextInfo(FreeContextInfo.of("x", 1))
			.contextInfo()
			.getClass();
		Event event = Event.of(EventType.LOGGED_IN)
			.in(context)
			.withContextInfo((ContextInfo) example(record))
			.withTracking((tracking) -> tracking.withGa((ga) -> ga.withUtmSource("s").withUtmCampaign("c")))
			.by(node.customers().insert(JsonObject.of("externalId", context.value())));
		Event read = node.events().getById(node.events().add(event).id());
		assertThat(read.contextInfo()).isEqualTo(event.contextInfo());
		assertThat(read.tracking()).isEqualTo(event.tracking());
	}

	private static void check(Schema schema, Class<?> record, String place) {
		List<String> names = Arrays.stream(record.getRecordComponents())
			.map(RecordComponent::getName)
			.filter((name) -> !name.equals("unknown"))
			.toList();
		assertThat(names).as(place).containsExactlyInAnyOrderElementsOf(((ObjectSchema) schema).members().keySet());
		for (RecordComponent component : record.getRecordComponents()) {
			Class<?> type = type(component.getGenericType());
			if (ApiObject.class.isAssignableFrom(type)) {
				check(schema(((ObjectSchema) schema).members().get(component.getName())), type,
						place + "." + component.getName());
			}
		}
	}

	private static Schema schema(Schema schema) {
		if (schema instanceof NullableSchema nullable) {
			return schema(nullable.schema());
		}
		return (schema instanceof ArraySchema array) ? array.items() : schema;
	}

	private static Class<?> type(Type type) {
		return (Class<?>) ((type instanceof ParameterizedType list) ? list.getActualTypeArguments()[0] : type);
	}

	private static Object example(Class<?> record) {
		try {
			RecordComponent[] components = record.getRecordComponents();
			Object[] values = new Object[components.length];
			for (int i = 0; i < values.length; i++) {
				String name = components[i].getName();
				Object value = name.equals("unknown") ? null : value(name, type(components[i].getGenericType()));
				values[i] = (components[i].getType() == List.class) ? List.of(value) : value;
			}
			return record
				.getDeclaredConstructor(
						Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
				.newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Object value(String name, Class<?> type) {
		if (type == String.class) {
			return switch (name) {
				case "email" -> "ann@example.com";
				case "ip" -> "192.168.1.1";
				case "currency" -> "EUR";
				default -> (name.toLowerCase(Locale.ROOT).endsWith("url") || name.equals("website"))
						? "https://example.com/" + name : "some " + name;
			};
		}
		if (type == BigDecimal.class) {
			return new BigDecimal("1.50");
		}
		if (type == Integer.class) {
			return 1;
		}
		if (type == Instant.class) {
			return Instant.parse("2020-01-02T03:04:05.678Z");
		}
		if (type == JsonObject.class) {
			return JsonObject.of("free", JsonObject.of("list", List.of(1, "two")));
		}
		return OpenValue.class.isAssignableFrom(type) ? constants(type).findFirst().orElseThrow() : example(type);
	}

	@SuppressWarnings("unchecked")
	private static <T> Stream<T> constants(Class<T> type) {
		return Arrays.stream(type.getFields())
			.filter((field) -> field.getType() == type && Modifier.isStatic(field.getModifiers()))
			.map((Field field) -> {
				try {
					return (T) field.get(null);
				}
				catch (IllegalAccessException ex) {
					throw new IllegalStateException(ex);
				}
			});
	}

}
