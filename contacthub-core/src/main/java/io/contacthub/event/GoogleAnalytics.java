package io.contacthub.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of Google Analytics.
 *
 * @param utmSource the source
 * @param utmMedium the medium
 * @param utmTerm the term
 * @param utmContent the content
 * @param utmCampaign the campaign
 * @param unknown the members that this library does not know
 */
public record GoogleAnalytics(@JsonProperty("utm_source") @Nullable String utmSource,
		@JsonProperty("utm_medium") @Nullable String utmMedium, @JsonProperty("utm_term") @Nullable String utmTerm,
		@JsonProperty("utm_content") @Nullable String utmContent,
		@JsonProperty("utm_campaign") @Nullable String utmCampaign,
		JsonObject unknown) implements ApiObject, GoogleAnalyticsBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public GoogleAnalytics {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static GoogleAnalyticsBuilder builder() {
		return new GoogleAnalyticsBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
