package io.contacthub.event.properties;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an event whose type this library does not know, such as one that a
 * workspace defines. <pre class="code">{@code
 * EventProperties tasted = FreeEventProperties.of("vintage", 2021, "rating", "good");
 * }</pre>
 *
 * @param unknown the members, all of them
 */
public record FreeEventProperties(JsonObject unknown) implements EventProperties, FreeEventPropertiesBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public FreeEventProperties {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Return the properties of an event from names and values in turn.
	 * @param name the first name
	 * @param value the first value
	 * @param more further names and values in turn
	 * @return the properties of an event
	 */
	public static FreeEventProperties of(String name, @Nullable Object value, @Nullable Object... more) {
		return of(JsonObject.of(name, value, more));
	}

	/**
	 * Return the properties of an event from what an application has.
	 * @param members the members, of any names
	 * @return the properties of an event
	 */
	public static FreeEventProperties of(JsonObject members) {
		return new FreeEventProperties(members);
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
