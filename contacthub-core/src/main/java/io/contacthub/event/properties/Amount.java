package io.contacthub.event.properties;

import java.math.BigDecimal;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of an order or a cart.
 *
 * @param total the total
 * @param revenue the revenue
 * @param shipping the costs of shipping
 * @param tax the tax
 * @param discount the discount
 * @param local the same in another currency
 * @param unknown the members that this library does not know
 */
public record Amount(@Nullable BigDecimal total, @Nullable BigDecimal revenue, @Nullable BigDecimal shipping,
		@Nullable BigDecimal tax, @Nullable BigDecimal discount, LocalAmount local,
		JsonObject unknown) implements ApiObject, AmountBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Amount {
		local = Members.object(local, LocalAmount.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AmountBuilder builder() {
		return new AmountBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
