package io.contacthub.customer;

import java.time.Instant;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The disclaimer that a customer has read.
 *
 * @param date when
 * @param version which version
 * @param unknown the members that this library does not know
 */
public record Disclaimer(@Nullable Instant date, @Nullable String version,
		JsonObject unknown) implements ApiObject, DisclaimerBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Disclaimer {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static DisclaimerBuilder builder() {
		return new DisclaimerBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
