package io.contacthub.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.EventProperties;
import io.contacthub.event.properties.FormCompiled;
import io.contacthub.event.properties.FreeEventProperties;
import io.contacthub.query.Criterion;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TreeNode;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;
import tools.jackson.databind.jsontype.impl.DefaultTypeResolverBuilder;

import org.springframework.util.ClassUtils;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Values in JSON, as caches, sessions and outboxes of applications keep them.
 */
@DisplayName("A value that an application has kept in JSON")
class KeptJsonTests {

	private static final PolymorphicTypeValidator ANY = BasicPolymorphicTypeValidator.builder()
		.allowIfBaseType(Object.class)
		.build();

	static Stream<Named<JsonMapper>> mappers() {
		return Stream.concat(Stream.of(Named.of("a plain mapper", JsonMapper.builder().build()),
				Named.of("the mapper of the client", ContactHubJson.mapper()),
				Named.of("a mapper of other settings",
						JsonMapper.builder()
							.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
							.enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
							.build())),
				typing());
	}

	static Stream<Named<JsonMapper>> typing() {
		List<Named<JsonMapper>> mappers = new ArrayList<>();
		for (DefaultTyping typing : DefaultTyping.values()) {
			if (typing != DefaultTyping.NON_CONCRETE_AND_ARRAYS) {
				for (JsonTypeInfo.As as : List.of(JsonTypeInfo.As.PROPERTY, JsonTypeInfo.As.WRAPPER_ARRAY,
						JsonTypeInfo.As.WRAPPER_OBJECT)) {
					mappers.add(Named.of(typing + " as " + as,
							JsonMapper.builder().activateDefaultTyping(ANY, typing, as).build()));
				}
			}
		}
		mappers.add(Named.of("all types that are not of Java, as Spring Data Redis does",
				JsonMapper.builder().setDefaultTyping(new RedisTyping("@class")).build()));
		mappers.add(Named.of("as Spring Data Redis does, by another name",
				JsonMapper.builder().setDefaultTyping(new RedisTyping("type")).build()));
		return mappers.stream();
	}

	@ParameterizedTest
	@MethodSource("mappers")
	@DisplayName("is equal when it is read as its type, and writes the same again")
	void isEqual(JsonMapper mapper) {
		Values.all().forEach((value) -> {
			Class<?> type = (value.getPayload() instanceof Field<?>) ? Field.class : value.getPayload().getClass();
			String json = mapper.writerFor(type).writeValueAsString(value.getPayload());
			Object copy = mapper.readValue(json, type);
			Object expected = value.getPayload();
			if (expected instanceof Customer customer && mapper == ContactHubJson.mapper()) {
				expected = customer.withProjection(null);
			}
			assertThat(copy).as(value.getName() + " " + json).isEqualTo(expected);
			assertThat(mapper.writerFor(type).writeValueAsString(copy)).as(value.getName()).isEqualTo(json);
			assertThat(ContactHubJson.mapper().writeValueAsString(copy)).as(value.getName())
				.isEqualTo(ContactHubJson.mapper().writeValueAsString(value.getPayload()));
		});
	}

	@ParameterizedTest
	@MethodSource("typing")
	@DisplayName("is equal when types are named, as any object, in a map, a list and a record of the application")
	void isEqualByItsName(JsonMapper mapper) {
		Values.all().forEach((value) -> {
			Object payload = value.getPayload();
			String root = mapper.writerFor(Object.class).writeValueAsString(payload);
			assertThat(mapper.readValue(root, Object.class)).as(value.getName() + " " + root).isEqualTo(payload);
			Map<String, Object> map = new LinkedHashMap<>();
			map.put("value", payload);
			map.put("list", new ArrayList<>(List.of(payload, "text", payload)));
			String nested = mapper.writerFor(Object.class).writeValueAsString(map);
			assertThat(mapper.readValue(nested, Object.class)).as(value.getName() + " " + nested).isEqualTo(map);
			Entry entry = new Entry(payload, new ArrayList<>(List.of(payload)), map);
			String record = mapper.writeValueAsString(entry);
			assertThat(mapper.readValue(record, Entry.class)).as(value.getName() + " " + record).isEqualTo(entry);
		});
	}

	@ParameterizedTest
	@MethodSource("mappers")
	@DisplayName("is equal within a record of the application that names its types")
	void isEqualInRecord(JsonMapper mapper) {
		Customer customer = Customer.of(Map.of("id", "c1", "base", Map.of("x", Map.of("y", List.of(1)))));
		Event event = Event.of(FormCompiled.builder().formName("f").build()).in(EventContext.WEB).by(customer);
		Outbox outbox = new Outbox(customer, event, FreeEventProperties.of("a", 1),
				CustomerPatch.builder().clear(EXTRA).build(), Query.where(BASE.FIRST_NAME.eq("Ann")), EXTRA.isNull(),
				SessionId.of("s1"), JsonObject.of("a", JsonObject.of()), EventType.LOGGED_IN, Projection.of(EXTRA),
				EventFilter.ofNode(), new ArrayList<>(List.of(customer)),
				new LinkedHashMap<>(Map.of(SessionId.of("s2"), EventType.of("mine"))));
		String json = mapper.writeValueAsString(outbox);
		assertThat(mapper.readValue(json, Outbox.class)).as(json).isEqualTo(outbox);
	}

	@ParameterizedTest
	@MethodSource("mappers")
	@DisplayName("is its document, in which no types are named")
	void isDocument(JsonMapper mapper) {
		Customer customer = Customer
			.of(Map.of("extended", Map.of("rate", new BigDecimal("1.10"), "list", List.of(Map.of("a", 1L)))));
		assertThat(mapper.writeValueAsString(customer)).containsOnlyOnce("\"extended\":{")
			.containsAnyOf("{\"list\":[{\"a\":1}],\"rate\":1.10}", "{\"rate\":1.10,\"list\":[{\"a\":1}]}");
		assertThat(
				mapper.writeValueAsString(CustomerPatch.builder().set("extended.a", List.of(1)).clear("extra").build()))
			.contains("\"extended\":{\"a\":[1]},\"extra\":null");
		Query query = Query.where(BASE.FIRST_NAME.in(List.of("Ann", "Bob")));
		assertThat(mapper.writeValueAsString(query)).endsWith(query.toJson().substring(1));
	}

	@Test
	@DisplayName("is a patch or a query as it is sent, a session id, type or field as its text")
	void isAsSent() {
		JsonMapper mapper = JsonMapper.builder().build();
		CustomerPatch patch = CustomerPatch.builder().set(BASE.FIRST_NAME, "Ann").clear(BASE.DOB).build();
		assertThat(mapper.writeValueAsString(patch)).isEqualTo("{\"base\":{\"firstName\":\"Ann\",\"dob\":null}}");
		Query query = Query.where(BASE.FIRST_NAME.eq("Ann"));
		assertThat(mapper.writeValueAsString(query)).isEqualTo(query.toJson());
		assertThat(mapper.writeValueAsString(Query.all())).isEqualTo("{}");
		assertThat(mapper.writeValueAsString(SessionId.of("s1"))).isEqualTo("\"s1\"");
		assertThat(mapper.writeValueAsString(EventType.LOGGED_IN)).isEqualTo("\"loggedIn\"");
		assertThat(mapper.writeValueAsString(BASE.FIRST_NAME)).isEqualTo("\"base.firstName\"");
		assertThat(mapper.writeValueAsString(Projection.of(EXTRA, Field.extended("a.b"))))
			.isEqualTo("[\"extra\",[\"extended\",\"a.b\"]]");
		assertThat(mapper.writeValueAsString(EventFilter.ofNode().types(EventType.LOGGED_IN))).isEqualTo(
				"{\"customerId\":null,\"types\":[\"loggedIn\"],\"contexts\":[],\"mode\":null,\"from\":null,\"to\":null}");
	}

	@Test
	@DisplayName("is a query that can be combined as before, with or without the container around it")
	void combinesQueries() {
		JsonMapper mapper = ContactHubJson.mapper();
		Query query = Query.where(BASE.FIRST_NAME.eq("Ann").and(EXTRA.isNull()));
		Query combined = query.union(Query.where(EXTRA.isNotNull()));
		Query copy = mapper.readValue(query.toJson(), Query.class);
		assertThat(copy.and(BASE.DOB.isNull())).isEqualTo(query.and(BASE.DOB.isNull()));
		assertThat(copy.and(BASE.DOB.isNull()).toJson()).isEqualTo(query.and(BASE.DOB.isNull()).toJson());
		assertThat(copy.or(BASE.DOB.isNull()).toJson()).isEqualTo(query.or(BASE.DOB.isNull()).toJson());
		assertThat(mapper.readValue(combined.toJson(), Query.class).union(query).toJson())
			.isEqualTo(combined.union(query).toJson());
		assertThat(mapper.readValue("{\"type\":\"simple\",\"are\":{\"condition\":{\"type\":\"atomic\","
				+ "\"attribute\":\"extra\",\"operator\":\"IS_NULL\"}}}", Query.class))
			.isEqualTo(Query.where(EXTRA.isNull()));
		assertThat(mapper.readValue("{}", Query.class).isAll()).isTrue();
		Query foreign = mapper.readValue("{\"type\":\"simple\",\"are\":{\"condition\":{\"type\":\"atomic\"}}}",
				Query.class);
		assertThat(foreign.toJson()).contains("{\"type\":\"simple\",\"are\":{\"condition\":{\"type\":\"atomic\"}}}");
		assertThat(foreign.and(EXTRA.isNull()).toJson()).contains("[{\"type\":\"atomic\"},{\"type\":\"atomic\",");
		Query other = mapper.readValue("{\"type\":\"simple\",\"are\":{\"condition\":\"any\"}}", Query.class);
		assertThat(other.toJson()).contains("{\"type\":\"simple\",\"are\":{\"condition\":\"any\"}}");
		assertThatIllegalStateException().isThrownBy(() -> other.and(EXTRA.isNull()));
	}

	@Test
	@DisplayName("is a customer that knows that it was fetched in part, though its document does not say so")
	void staysPartial() {
		Customer partial = Customer.builder().id("c1").projection(Projection.of(EXTRA)).build();
		JsonMapper mapper = JsonMapper.builder().build();
		String json = mapper.writeValueAsString(partial);
		assertThat(json).isEqualTo("{\"id\":\"c1\",\"@projection\":[\"extra\"]}");
		assertThat(mapper.readValue(json, Customer.class)).isEqualTo(partial);
		assertThat(partial.toMap()).isEqualTo(Map.of("id", "c1"));
		assertThat(ContactHubJson.mapper().writeValueAsString(partial)).isEqualTo("{\"id\":\"c1\"}");
		String other = "{\"@projection\":[],\"base\":{\"@projection\":[\"extra\"]}}";
		assertThat(ContactHubJson.mapper().writeValueAsString(ContactHubJson.mapper().readValue(other, Customer.class)))
			.contains("\"@projection\":[]");
	}

	@Test
	@DisplayName("is equal though numbers have other types in Java, where it is a query, a criterion or a patch")
	void comparesNumbersAsWritten() {
		assertThat(Field.extended("n").eq(1L)).isEqualTo(Field.extended("n").eq(1))
			.hasSameHashCodeAs(Field.extended("n").eq(1))
			.isNotEqualTo(Field.extended("n").eq(2));
		assertThat(Query.where(Field.extended("n").in(List.of(-1L))))
			.isEqualTo(Query.where(Field.extended("n").in(List.of(-1))))
			.hasSameHashCodeAs(Query.where(Field.extended("n").in(List.of(-1))));
		assertThat(CustomerPatch.of(Map.of("extended", Map.of("n", 0.5))))
			.isEqualTo(CustomerPatch.of(Map.of("extended", Map.of("n", new BigDecimal("0.5")))))
			.hasSameHashCodeAs(CustomerPatch.of(Map.of("extended", Map.of("n", 0.5f))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "1", "\"text\"", "null" })
	@DisplayName("is refused by name where it is none")
	void refusesOthers(String json) {
		for (Class<?> type : List.of(CustomerPatch.class, Query.class, Criterion.class, EventFilter.class,
				JsonObject.class, Customer.class)) {
			if (!json.equals("null")) {
				assertThatExceptionOfType(JacksonException.class)
					.isThrownBy(() -> ContactHubJson.mapper().readValue(json, type))
					.withMessageContaining(type.getSimpleName());
			}
			else {
				assertThat(ContactHubJson.mapper().readValue(json, type)).isNull();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("typing")
	@DisplayName("is equal where a record of the application has any object or open value of the API")
	void isEqualByItsInterface(JsonMapper mapper) {
		boolean namesInterfaces = !mapper.writeValueAsString(new Any(Customer.builder().build(), null, null))
			.equals("{\"object\":{},\"properties\":null,\"value\":null}");
		Any any = new Any(Customer.builder().id("c1").build(), FormCompiled.builder().formName("f").build(),
				EventType.LOGGED_IN);
		String json = mapper.writeValueAsString(any);
		if (namesInterfaces) {
			assertThat(mapper.readValue(json, Any.class)).as(json).isEqualTo(any);
		}
		else {
			assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> mapper.readValue(json, Any.class))
				.withMessageContaining("name the record, or have the mapper write and read type ids");
		}
	}

	record Any(ApiObject object, EventProperties properties, OpenValue value) {

	}

	record Entry(Object value, List<Object> list, Map<String, Object> map) {

	}

	record Outbox(Customer customer, Event event, EventProperties properties, CustomerPatch patch, Query query,
			Criterion criterion, SessionId session, JsonObject free, EventType type, Projection projection,
			EventFilter filter, List<Customer> customers, Map<SessionId, EventType> keys) {

	}

	/**
	 * What {@code GenericJacksonJsonRedisSerializer} does.
	 */
	private static final class RedisTyping extends DefaultTypeResolverBuilder {

		RedisTyping(String name) {
			super(ANY, DefaultTyping.NON_FINAL, JsonTypeInfo.As.PROPERTY, JsonTypeInfo.Id.CLASS, name);
		}

		@Override
		public DefaultTypeResolverBuilder withDefaultImpl(Class<?> defaultImpl) {
			return this;
		}

		@Override
		public boolean useForType(JavaType type) {
			if (type.isJavaLangObject()) {
				return true;
			}
			Class<?> raw = type.getRawClass();
			boolean simple = type.isEnumType() || ClassUtils.isPrimitiveOrWrapper(raw)
					|| (type.isFinal() && raw.getPackageName().startsWith("java"));
			return !simple && !TreeNode.class.isAssignableFrom(raw);
		}

	}

}
