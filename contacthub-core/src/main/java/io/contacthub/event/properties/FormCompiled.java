package io.contacthub.event.properties;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A form was filled in. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#FORM_COMPILED}.
 *
 * @param formName the name of the form
 * @param formId the id of the form
 * @param data what was filled in
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record FormCompiled(@Nullable String formName, @Nullable String formId, JsonObject data,
		JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements EventProperties, FormCompiledBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public FormCompiled {
		data = Members.properties(data);
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static FormCompiledBuilder builder() {
		return new FormCompiledBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
