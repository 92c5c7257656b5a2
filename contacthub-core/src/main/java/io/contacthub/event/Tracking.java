package io.contacthub.event;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * The parameters of tracking tools.
 *
 * @param ga those of Google Analytics
 * @param unknown the members that this library does not know
 */
public record Tracking(GoogleAnalytics ga, JsonObject unknown) implements ApiObject, TrackingBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Tracking {
		ga = Members.object(ga, GoogleAnalytics.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static TrackingBuilder builder() {
		return new TrackingBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
