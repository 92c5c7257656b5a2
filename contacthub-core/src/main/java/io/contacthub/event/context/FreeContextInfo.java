package io.contacthub.event.context;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The context information of an event whose context this library does not know, such as
 * one that a workspace defines.
 *
 * @param unknown the members, all of them
 */
public record FreeContextInfo(JsonObject unknown) implements ContextInfo, FreeContextInfoBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public FreeContextInfo {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Return the context information of an event from names and values in turn.
	 * @param name the first name
	 * @param value the first value
	 * @param more further names and values in turn
	 * @return the context information of an event
	 */
	public static FreeContextInfo of(String name, @Nullable Object value, @Nullable Object... more) {
		return of(JsonObject.of(name, value, more));
	}

	/**
	 * Return the context information of an event from what an application has.
	 * @param members the members, of any names
	 * @return the context information of an event
	 */
	public static FreeContextInfo of(JsonObject members) {
		return new FreeContextInfo(members);
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
