package io.contacthub.consent;

import java.time.Instant;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Entry of the register of consents.
 *
 * @param id the id
 * @param customerId the id of the customer, who may have been deleted since
 * @param date when it happened
 * @param type what it tells of
 * @param property the path of the consent that has changed
 * @param value the value that it has since
 * @param sourceId the id of the source that wrote it
 * @param userId the id of the user who wrote it
 * @param unknown the members that this library does not know
 */
public record ConsentLog(@Nullable String id, @Nullable String customerId, @Nullable Instant date,
		@Nullable ConsentLogType type, @Nullable String property, @Nullable String value, @Nullable String sourceId,
		@Nullable String userId, JsonObject unknown) implements ApiObject, ConsentLogBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ConsentLog {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ConsentLogBuilder builder() {
		return new ConsentLogBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
