package io.contacthub.event.context;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The program with which something was done. What is absent, ContactHub takes from the
 * request.
 *
 * @param userAgent the user agent
 * @param ip the IPv4 address
 * @param localization where it is
 * @param unknown the members that this library does not know
 */
public record Client(@Nullable String userAgent, @Nullable String ip, ClientLocation localization,
		JsonObject unknown) implements ApiObject, ClientBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Client {
		localization = Members.object(localization, ClientLocation.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ClientBuilder builder() {
		return new ClientBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
