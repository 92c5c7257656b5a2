package io.contacthub.configuration;

import java.time.ZoneId;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a workspace.
 *
 * @param name the name
 * @param industry the industry
 * @param logo the address of the logo
 * @param timezone the time zone
 * @param currency the currency, such as {@code EUR}
 * @param customerUniquenessPolicy what is done with a customer that is there already
 * @param tier the tier that was purchased; set by ContactHub
 * @param unknown the members that this library does not know
 */
public record WorkspaceSettings(@Nullable String name, @Nullable String industry, @Nullable String logo,
		@Nullable ZoneId timezone, @Nullable String currency,
		@Nullable CustomerUniquenessPolicy customerUniquenessPolicy, @Nullable Integer tier,
		JsonObject unknown) implements ApiObject, WorkspaceSettingsBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public WorkspaceSettings {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static WorkspaceSettingsBuilder builder() {
		return new WorkspaceSettingsBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
