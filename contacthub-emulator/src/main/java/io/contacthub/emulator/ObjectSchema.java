package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of an object that has no other members than the named ones.
 */
final class ObjectSchema implements Schema {

	private final Map<String, Schema> members;

	private final List<String> required;

	private final boolean nullable;

	private ObjectSchema(Map<String, Schema> members, List<String> required, boolean nullable) {
		this.members = members;
		this.required = required;
		this.nullable = nullable;
	}

	/**
	 * Return the schema of an object whose members can be null only if their schema says
	 * so.
	 */
	static ObjectSchema strict() {
		return new ObjectSchema(Map.of(), List.of(), false);
	}

	/**
	 * Return the schema of an object whose members can all be null, unless they are
	 * required.
	 */
	static ObjectSchema nullable() {
		return new ObjectSchema(Map.of(), List.of(), true);
	}

	ObjectSchema with(String member, Schema schema) {
		Map<String, Schema> members = new LinkedHashMap<>(this.members);
		members.put(member, schema);
		return new ObjectSchema(members, this.required, this.nullable);
	}

	ObjectSchema with(Schema schema, String... members) {
		ObjectSchema result = this;
		for (String member : members) {
			result = result.with(member, schema);
		}
		return result;
	}

	ObjectSchema texts(String... members) {
		return with(ValueSchema.TEXT, members);
	}

	ObjectSchema and(ObjectSchema other) {
		Map<String, Schema> members = new LinkedHashMap<>(this.members);
		members.putAll(other.members);
		List<String> required = new ArrayList<>(this.required);
		required.addAll(other.required);
		return new ObjectSchema(members, required, this.nullable);
	}

	ObjectSchema without(String member) {
		Map<String, Schema> members = new LinkedHashMap<>(this.members);
		members.remove(member);
		return new ObjectSchema(members, this.required.stream().filter((name) -> !name.equals(member)).toList(),
				this.nullable);
	}

	ObjectSchema require(String... members) {
		List<String> required = new ArrayList<>(this.required);
		required.addAll(List.of(members));
		return new ObjectSchema(this.members, required, this.nullable);
	}

	Map<String, Schema> members() {
		return this.members;
	}

	@Override
	public void check(JsonNode value, String pointer, List<Violation> violations) {
		if (!value.isObject()) {
			violations.add(new Violation(pointer, "expected object"));
			return;
		}
		for (String member : this.required) {
			if (Json.isUnset(value.get(member))) {
				violations.add(new Violation(pointer + "/" + member, "required property is missing"));
			}
		}
		value.forEachEntry((name, child) -> checkMember(name, child, pointer, violations));
	}

	private void checkMember(String name, JsonNode value, String pointer, List<Violation> violations) {
		@Nullable Schema schema = this.members.get(name);
		String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
		if (schema == null) {
			violations.add(new Violation(place, "unknown property"));
		}
		else if (!value.isNull() || !(this.nullable || this.required.contains(name))) {
			schema.check(value, place, violations);
		}
	}

	@Override
	public ObjectNode document() {
		ObjectNode document = Json.object().put("type", "object");
		ObjectNode properties = document.putObject("properties");
		this.members.forEach((name, schema) -> {
			boolean isNullable = this.nullable && !this.required.contains(name);
			properties.set(name, (isNullable ? schema.orNull() : schema).document());
		});
		if (!this.required.isEmpty()) {
			this.required.forEach(document.putArray("required")::add);
		}
		return document.put("additionalProperties", false);
	}

	@Override
	public JsonNode written(JsonNode value) {
		if (value instanceof ObjectNode object) {
			this.members.forEach((name, schema) -> {
				JsonNode member = object.get(name);
				if (member != null) {
					object.set(name, schema.written(member));
				}
			});
		}
		return value;
	}

}
