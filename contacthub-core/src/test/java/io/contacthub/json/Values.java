package io.contacthub.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventMode;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FormCompiled;
import io.contacthub.query.Criterion;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.junit.jupiter.api.Named;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static io.contacthub.customer.CustomerFields.TAGS;

/**
 * Values of all types that an application may keep: those of the API are found on the
 * class path, so that none is forgotten.
 */
public final class Values {

	/**
	 * Some records hold others of their own type.
	 */
	private static final int DEEPEST = 5;

	private static final List<Named<Object>> ALL = Stream.of(objects(), openValues(), others())
		.flatMap((values) -> values)
		.toList();

	private Values() {
	}

	static Stream<Class<?>> types(Class<?> kind) {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(kind));
		return scanner.findCandidateComponents("io.contacthub")
			.stream()
			.<Class<?>>map((bean) -> ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null))
			// those that are made up for one test are local
			.filter((type) -> type.isRecord() && !type.isLocalClass());
	}

	/**
	 * A value of a type of the API with all its members, and others.
	 */
	public static <T extends ApiObject> T sample(Class<T> type) {
		return type.cast(read(full(RecordShape.of(type), 0), type));
	}

	/**
	 * All values, each with its name.
	 */
	static Stream<Named<Object>> all() {
		return ALL.stream();
	}

	private static Stream<Named<Object>> objects() {
		return types(ApiObject.class).flatMap(Values::objects);
	}

	private static Stream<Named<Object>> objects(Class<?> type) {
		RecordShape shape = RecordShape.of(type);
		Map<String, Object> full = full(shape, 0);
		Map<String, Object> odd = new LinkedHashMap<>();
		full.forEach((name, value) -> odd.put(name, odd(shape.member(name), value)));
		Map<String, Object> broken = new LinkedHashMap<>();
		full.forEach((name, value) -> broken.put(name,
				(value instanceof Map || value instanceof List) ? "none" : Map.of("not", "readable")));
		Map<String, Object> empty = new LinkedHashMap<>();
		full.forEach((name, value) -> {
			if (value instanceof Map) {
				empty.put(name, Map.of());
			}
			else if (value instanceof List) {
				empty.put(name, List.of());
			}
		});
		List<Named<Object>> values = new ArrayList<>();
		String name = type.getSimpleName();
		values.add(Named.of(name + " with all members", read(full, type)));
		values.add(Named.of(name + " with values of other types", read(odd, type)));
		values.add(Named.of(name + " with unreadable values", read(broken, type)));
		values.add(Named.of(name + " with empty objects and lists", read(empty, type)));
		values.add(Named.of(name + " without members", read(Map.of(), type)));
		full.forEach((member, value) -> {
			if (value instanceof Map || value instanceof List) {
				values.add(Named.of(name + " with " + member + " alone", read(Map.of(member, value), type)));
			}
		});
		return values.stream();
	}

	@SuppressWarnings("unchecked")
	private static Object read(Map<String, Object> document, Class<?> type) {
		return Members.readDocument(new LinkedHashMap<>(PlainCopies.freeze(document)),
				(Class<? extends ApiObject>) type);
	}

	private static Map<String, Object> full(RecordShape shape, int depth) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("future", Map.of("b", 1, "a", List.of(new BigDecimal("1.10"), Map.of("deep", true))));
		for (String name : shape.names()) {
			MemberType type = shape.member(name).type();
			if (depth < DEEPEST || type.objectType() == null) {
				document.put(name, sample(name, type, depth));
			}
		}
		document.put("aPast", 9007199254740993L);
		return document;
	}

	private static Object sample(String name, MemberType type, int depth) {
		if (type instanceof MemberType.ObjectType object) {
			return full(object.shape(), depth + 1);
		}
		if (type instanceof MemberType.ListType list) {
			return List.of(sample(name, list.item(), depth), sample(name, list.item(), depth));
		}
		if (type instanceof MemberType.FreeType) {
			return Map.of("points", 7, "rate", new BigDecimal("0.10"), "list", List.of(1, "b", Map.of("c", false)));
		}
		if (type instanceof MemberType.ValueType) {
			return Map.of("type", "simple", "are", Map.of("condition", Map.of("type", "atomic", "attribute", "extra",
					"operator", "EQUALS", "value", new BigDecimal("1.10"))));
		}
		ScalarType scalar = (ScalarType) type;
		List<Object> candidates = List.of("Europe/Rome", true, 7, new BigDecimal("45.10"), "1980-04-06",
				"2017-03-09T11:31:31.842Z");
		if (scalar.temporal() != null) {
			return (scalar.temporal() == TemporalType.DATE) ? candidates.get(4) : candidates.get(5);
		}
		return candidates.stream()
			.filter((candidate) -> scalar.read(candidate) != null && scalar.complete(candidate, scalar.read(candidate)))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Values that are read as what they mean, of which the text must be kept.
	 */
	private static Object odd(RecordShape.Member member, Object value) {
		if (member != null && member.type() instanceof MemberType.FreeType) {
			return ContactHubJson.mapper().writeValueAsString(value);
		}
		if (member != null && member.type() instanceof MemberType.ValueType) {
			return Map.of("name", "theirs", "query", value);
		}
		if (member == null || !(member.type() instanceof ScalarType scalar)) {
			return value;
		}
		if (scalar.temporal() != null) {
			return (scalar.temporal() == TemporalType.DATE) ? value + "T14:05" : 1489058291842L;
		}
		return (value instanceof String) ? 17 : value.toString();
	}

	private static Stream<Named<Object>> openValues() {
		return types(OpenValue.class).map((type) -> {
			try {
				return Named.of(type.getSimpleName(), type.getConstructor(String.class).newInstance("my own"));
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private static Stream<Named<Object>> others() {
		Criterion criterion = BASE.FIRST_NAME.eq("Ann")
			.and(BASE.DOB.between(LocalDate.of(1980, 1, 1), LocalDate.of(1990, 1, 1)).or(Field.extended("n").gt(5L)))
			.and(TAGS.MANUAL.contains("a"));
		Query did = Query.did(EventType.VIEWED_PAGE, Field.field("properties.url").like("*"), LocalDate.of(2020, 1, 1),
				LocalDate.of(2021, 1, 1));
		Map<String, Object> nulls = new LinkedHashMap<>();
		nulls.put("z", null);
		nulls.put("@class", "java.lang.String");
		nulls.put("a", Arrays.asList(1, null, Map.of("@type", List.of("java.util.Date", 1))));
		nulls.put("big", new BigInteger("123456789012345678901234567890"));
		nulls.put("digits", new BigDecimal("0.1000000000000000055511151231257827"));
		return Stream.of(Named.of("a session id", SessionId.of("a b/c")),
				Named.of("an empty patch", CustomerPatch.builder().build()),
				Named.of("a patch",
						CustomerPatch.builder()
							.set(BASE.CONTACTS.EMAIL, "a@example.com")
							.clear(BASE.DOB)
							.set("extended.points", 1200L)
							.set("extended.rate", 0.5)
							.set(TAGS.MANUAL, List.of("a"))
							.clear("extended.none")
							.build()),
				Named.of("no properties", JsonObject.of()), Named.of("properties", JsonObject.copyOf(nulls)),
				Named.of("a criterion", BASE.ADDRESS.GEO.LAT.gt(45.1)), Named.of("criteria", criterion),
				Named.of("any customer", Query.all()), Named.of("a simple query", Query.where(criterion)),
				Named.of("a query of one criterion", Query.where(EXTRA.isNull())), Named.of("a query for events", did),
				Named.of("a query for customers and events", did.and(BASE.LAST_NAME.in(List.of("a", "b")))),
				Named.of("a combined query",
						Query.where(criterion)
							.union(did)
							.union(Query.where(EXTRA.isNotNull()).except(Query.where(criterion)))),
				Named.of("a raw query", Query.raw(Map.of("type", "future", "x", Map.of("y", 1)))),
				Named.of("a raw query that could be ours", Query.raw(Map.of("type", "simple", "x", 1))),
				Named.of("a projection", Projection.of(BASE.CONTACTS.EMAIL, EXTRA, Field.extended("a.b", "c"))),
				Named.of("a projection of all base fields", Projection.of(BASE)), Named.of("a field", BASE.FIRST_NAME),
				Named.of("a field with a dot", Field.extended("a.b")), Named.of("a list field", TAGS.MANUAL),
				Named.of("a date field", BASE.DOB), Named.of("a date-time field", REGISTERED_AT),
				Named.of("all events", EventFilter.ofNode()),
				Named.of("some events",
						EventFilter.ofCustomer("c1")
							.types(EventType.VIEWED_PAGE, EventType.of("mine"))
							.contexts(EventContext.WEB)
							.mode(EventMode.ACTIVE)
							.from("2020-01-01T00:00:00.123456789Z")
							.to("2021-01-01")),
				Named.of("a customer that was fetched in part",
						Customer.builder()
							.id("c1")
							.extra("x")
							.projection(Projection.of(EXTRA, BASE.CONTACTS))
							.extended(JsonObject.copyOf(nulls))
							.build()),
				Named.of("an event",
						Event.of(FormCompiled.builder().formName("signup").build())
							.in(EventContext.WEB)
							.by(SessionId.of("s1"))
							.at("2020-01-01T00:00:00.123Z")));
	}

}
