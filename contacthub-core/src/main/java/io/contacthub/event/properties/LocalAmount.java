package io.contacthub.event.properties;

import java.math.BigDecimal;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The currency in which a customer paid.
 *
 * @param currency the currency
 * @param exchangeRate the rate of exchange
 * @param unknown the members that this library does not know
 */
public record LocalAmount(@Nullable String currency, @Nullable BigDecimal exchangeRate,
		JsonObject unknown) implements ApiObject, LocalAmountBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public LocalAmount {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static LocalAmountBuilder builder() {
		return new LocalAmountBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
