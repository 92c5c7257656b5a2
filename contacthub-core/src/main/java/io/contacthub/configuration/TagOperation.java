package io.contacthub.configuration;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * One change of an {@link AutomationTag}.
 *
 * @param op what is done
 * @param path the path of what is changed
 * @param unknown the members that this library does not know
 */
public record TagOperation(@Nullable TagOperator op, @Nullable String path,
		JsonObject unknown) implements ApiObject, TagOperationBuilder.Withers {

	private static final String VALUE = "value";

	/**
	 * Complete what is absent.
	 */
	public TagOperation {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static TagOperationBuilder builder() {
		return new TagOperationBuilder();
	}

	/**
	 * Return a change with a value.
	 * @param op what is done
	 * @param path the path of what is changed
	 * @param value the constant, or the path of the property of the event; {@code null}
	 * for none
	 * @return the change
	 */
	public static TagOperation of(TagOperator op, String path, @Nullable Object value) {
		Assert.notNull(op, "op is null: give what is done, such as TagOperator.SET_CONSTANT");
		Assert.hasText(path, "path is blank: name what is changed");
		return new TagOperation(op, path, (value != null) ? JsonObject.of(VALUE, value) : JsonObject.of());
	}

	/**
	 * Return the value, which may be anything that JSON has.
	 * @return the value, or {@code null} when there is none
	 */
	public @Nullable Object value() {
		return this.unknown.get(VALUE);
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
