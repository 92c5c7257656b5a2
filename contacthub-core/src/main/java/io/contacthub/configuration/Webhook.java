package io.contacthub.configuration;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The address that an {@link Automation} calls.
 *
 * @param url the address
 * @param format the format
 * @param body what is sent, in a form that ContactHub describes in part only
 * @param unknown the members that this library does not know
 */
public record Webhook(@Nullable String url, @Nullable WebhookFormat format, JsonObject body,
		JsonObject unknown) implements ApiObject, WebhookBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Webhook {
		body = Members.properties(body);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static WebhookBuilder builder() {
		return new WebhookBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
