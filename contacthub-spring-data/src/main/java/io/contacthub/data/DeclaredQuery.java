package io.contacthub.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.contacthub.json.ContactHubJson;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;

import org.springframework.data.repository.query.Parameter;
import org.springframework.data.repository.query.ParametersParameterAccessor;
import org.springframework.util.Assert;

/**
 * Query of customers in ContactHub's own words, with places for values.
 */
final class DeclaredQuery implements BoundQuery<Query> {

	private static final Pattern PLACE = Pattern.compile("\\?(\\d{1,3})|:([A-Za-z_][A-Za-z0-9_]*)");

	/** A text in which a place was meant, but which is longer. */
	private static final Pattern MEANT = Pattern.compile(PLACE.pattern() + "|[#$]\\{");

	private static final ObjectReader READER = ContactHubJson.mapper()
		.readerFor(new TypeReference<Map<String, @Nullable Object>>() {
		})
		.with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

	private final ContactHubQueryMethod method;

	private final Map<String, @Nullable Object> template;

	DeclaredQuery(ContactHubQueryMethod method, String json) {
		this.method = method;
		if (!method.extended().isEmpty()) {
			throw method.refused("it has an extended property beside its query", "Put the condition into the query");
		}
		this.template = simple(read(json));
		Set<Integer> used = new HashSet<>();
		check(this.template, used);
		for (int index = 0; index < method.valueCount(); index++) {
			if (!used.contains(index)) {
				throw method.refused("parameter " + index + " is not in the query",
						"Put ?" + index + " where it belongs");
			}
		}
	}

	private Map<String, @Nullable Object> read(String json) {
		try {
			return READER.readValue(json);
		}
		catch (JacksonException ex) {
			throw this.method.refused("its query is no JSON object: " + ex.getOriginalMessage(),
					"Write it as ContactHub's API has it");
		}
	}

	/**
	 * Return the query around a condition alone, anything else as it is.
	 */
	private Map<String, @Nullable Object> simple(Map<String, @Nullable Object> given) {
		Object type = given.get("type");
		if ("atomic".equals(type) || "composite".equals(type)) {
			return Map.of("type", "simple", "are", Map.of("condition", given));
		}
		Object query = given.getOrDefault("query", given);
		if (!(query instanceof Map<?, ?> object)
				|| !("simple".equals(object.get("type")) || "combined".equals(object.get("type")))) {
			throw this.method.refused("its query has no 'type' that there is",
					"Give a simple or combined query, or an atomic or composite condition");
		}
		return given;
	}

	private void check(@Nullable Object value, Set<Integer> used) {
		if (value instanceof Map<?, ?> object) {
			if ("atomic".equals(object.get("type"))
					&& !(object.get("attribute") instanceof String && object.get("operator") instanceof String)) {
				throw this.method.refused("a condition of its query has no 'attribute' or no 'operator'", "Give both");
			}
			object.values().forEach((member) -> check(member, used));
		}
		else if (value instanceof List<?> list) {
			list.forEach((element) -> check(element, used));
		}
		else if (value instanceof String text) {
			Matcher place = PLACE.matcher(text);
			if (place.matches()) {
				used.add(index(place));
			}
			else if (MEANT.matcher(text).results().anyMatch(this::isMeant)) {
				throw this.method.refused("its query has '" + text + "', which is sent as it is",
						"A place is a whole text: give the whole as the value of a parameter");
			}
		}
	}

	private boolean isMeant(MatchResult found) {
		if (found.group(1) != null) {
			return Integer.parseInt(found.group(1)) < this.method.valueCount();
		}
		return found.group(2) == null || isParameter(found.group(2));
	}

	private boolean isParameter(String name) {
		return IntStream.range(0, this.method.valueCount())
			.anyMatch((index) -> this.method.valueParameter(index).getName().filter(name::equals).isPresent());
	}

	private int index(Matcher place) {
		for (int index = 0; index < this.method.valueCount(); index++) {
			Parameter parameter = this.method.valueParameter(index);
			String number = place.group(1);
			if ((number != null) ? Integer.parseInt(number) == index
					: parameter.getName().filter(place.group(2)::equals).isPresent()) {
				return index;
			}
		}
		throw this.method.refused("its query has '" + place.group() + "', and there is no such parameter",
				"Give it one, or name one that it has; names are known by @Param, or when it is compiled with"
						+ " -parameters");
	}

	@Override
	public Query bind(ParametersParameterAccessor values) {
		return Query.of(fill(this.template, values));
	}

	private Map<String, @Nullable Object> fill(Map<?, ?> object, ParametersParameterAccessor values) {
		Map<String, @Nullable Object> filled = new LinkedHashMap<>();
		object.forEach((name, member) -> filled.put(String.valueOf(name), filled(member, values)));
		return filled;
	}

	private @Nullable Object filled(@Nullable Object value, ParametersParameterAccessor values) {
		if (value instanceof Map<?, ?> object) {
			return fill(object, values);
		}
		if (value instanceof List<?> list) {
			List<@Nullable Object> filled = new ArrayList<>();
			list.forEach((element) -> filled.add(filled(element, values)));
			return filled;
		}
		if (value instanceof String text) {
			Matcher place = PLACE.matcher(text);
			if (place.matches()) {
				Object given = values.getBindableValue(index(place));
				Assert.notNull(given, () -> "value for '" + text + "' is null: give one");
				return given;
			}
		}
		return value;
	}

}
