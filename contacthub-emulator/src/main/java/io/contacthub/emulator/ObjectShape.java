package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The shape of an object that has no other members than the named ones.
 */
final class ObjectShape implements Shape {

	private final Map<String, Shape> members;

	private final List<String> required;

	private final boolean nullable;

	private ObjectShape(Map<String, Shape> members, List<String> required, boolean nullable) {
		this.members = members;
		this.required = required;
		this.nullable = nullable;
	}

	// An object whose members can be null only if their shape says so.
	static ObjectShape strict() {
		return new ObjectShape(Map.of(), List.of(), false);
	}

	// An object whose members can all be null, unless they are required.
	static ObjectShape nullable() {
		return new ObjectShape(Map.of(), List.of(), true);
	}

	ObjectShape with(String member, Shape shape) {
		Map<String, Shape> members = new LinkedHashMap<>(this.members);
		members.put(member, shape);
		return new ObjectShape(members, this.required, this.nullable);
	}

	ObjectShape with(Shape shape, String... members) {
		ObjectShape result = this;
		for (String member : members) {
			result = result.with(member, shape);
		}
		return result;
	}

	ObjectShape texts(String... members) {
		return with(ValueShape.TEXT, members);
	}

	ObjectShape and(ObjectShape other) {
		Map<String, Shape> members = new LinkedHashMap<>(this.members);
		members.putAll(other.members);
		List<String> required = new ArrayList<>(this.required);
		required.addAll(other.required);
		return new ObjectShape(members, required, this.nullable);
	}

	ObjectShape without(String member) {
		Map<String, Shape> members = new LinkedHashMap<>(this.members);
		members.remove(member);
		return new ObjectShape(members, this.required.stream().filter((name) -> !name.equals(member)).toList(),
				this.nullable);
	}

	ObjectShape require(String... members) {
		List<String> required = new ArrayList<>(this.required);
		required.addAll(List.of(members));
		return new ObjectShape(this.members, required, this.nullable);
	}

	Map<String, Shape> members() {
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
		@Nullable Shape shape = this.members.get(name);
		String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
		if (shape == null) {
			violations.add(new Violation(place, "unknown property"));
		}
		else if (!value.isNull() || !(this.nullable || this.required.contains(name))) {
			shape.check(value, place, violations);
		}
	}

}
