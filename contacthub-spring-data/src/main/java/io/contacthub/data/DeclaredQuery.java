package io.contacthub.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.repository.query.Parameter;
import org.springframework.data.repository.query.ParametersParameterAccessor;
import org.springframework.util.Assert;

/**
 * Query of customers in ContactHub's own words, with places for values.
 */
final class DeclaredQuery implements BoundQuery<Query> {

	private static final Pattern PLACE = Pattern.compile("\\?(\\d{1,3})|:([A-Za-z_][A-Za-z0-9_]*)");

	private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {
	};

	private static final Set<Object> CONDITIONS = Set.of("atomic", "composite");

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
			return JsonMapper.shared().readValue(json, OBJECT);
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
		if (CONDITIONS.contains(given.getOrDefault("type", ""))) {
			return Map.of("type", "simple", "are", Map.of("condition", given));
		}
		Object query = given.getOrDefault("query", given);
		if (!(query instanceof Map<?, ?> object && object.get("type") instanceof String)) {
			throw this.method.refused("its query has no 'type'",
					"Give a simple or combined query, or an atomic or composite condition");
		}
		return given;
	}

	private void check(@Nullable Object value, Set<Integer> used) {
		if (value instanceof Map<?, ?> object) {
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
		}
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
				"Give it one, or name one that it has");
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
