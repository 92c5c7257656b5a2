package io.contacthub.configuration;

import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * The events that trigger an {@link Automation}.
 *
 * @param eventType the type of the events
 * @param customerType the customers whose events they are
 * @param eventContext where they happened
 * @param query which of these events, {@code null} for all
 * @param unknown the members that this library does not know
 */
public record AutomationTopic(@Nullable EventType eventType, @Nullable AutomationCustomerType customerType,
		@Nullable EventContext eventContext, @Nullable Query query,
		JsonObject unknown) implements ApiObject, AutomationTopicBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public AutomationTopic {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AutomationTopicBuilder builder() {
		return new AutomationTopicBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
