package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * What a customer has agreed to about profiling.
 *
 * @param classic on other data than those of the web
 * @param online on the web
 * @param unknown the members that this library does not know
 */
public record ProfilingConsents(Consent classic, Consent online,
		JsonObject unknown) implements ApiObject, ProfilingConsentsBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ProfilingConsents {
		classic = Members.object(classic, Consent.class);
		online = Members.object(online, Consent.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ProfilingConsentsBuilder builder() {
		return new ProfilingConsentsBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
