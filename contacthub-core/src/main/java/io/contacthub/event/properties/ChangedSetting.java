package io.contacthub.event.properties;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A setting was changed. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#CHANGED_SETTING}.
 *
 * @param setting which setting
 * @param oldValue the value before
 * @param newValue the value after
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record ChangedSetting(@Nullable Setting setting, @Nullable String oldValue, @Nullable String newValue,
		JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements EventProperties, ChangedSettingBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ChangedSetting {
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ChangedSettingBuilder builder() {
		return new ChangedSettingBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
