package io.contacthub.consent;

import java.time.LocalDate;
import java.util.Map;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.query.Field;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Filter of the register of consents: all entries, narrowed by any of its components.
 *
 * @param customerId the customer, or {@code null} for all
 * @param uniqueKey the properties that are unique in the workspace and their values, by
 * which the customer is found, also one that is known by no id
 * @param startDate the first day, or {@code null} for ever; whether it belongs to them is
 * for ContactHub to say
 * @param endDate the last day, or {@code null} for ever; whether it belongs to them is
 * for ContactHub to say
 * @param type what they tell of, or {@code null} for all
 * @param property the path of the consent, or {@code null} for all
 * @param unknown further parameters, which are sent as they are
 */
public record ConsentLogFilter(@Nullable String customerId, JsonObject uniqueKey, @Nullable LocalDate startDate,
		@Nullable LocalDate endDate, @Nullable ConsentLogType type, @Nullable String property,
		JsonObject unknown) implements ApiObject, ConsentLogFilterBuilder.Withers {

	/**
	 * Check, and complete what is absent.
	 */
	public ConsentLogFilter {
		Assert.isTrue(customerId == null || !customerId.isBlank(),
				"customerId is blank: give the id that ContactHub gave the customer, or none");
		Assert.isTrue(property == null || !property.isBlank(),
				"property is blank: give the path of a consent, or none");
		Assert.isTrue(startDate == null || endDate == null || !endDate.isBefore(startDate),
				() -> "endDate is " + endDate + ": it must not be before startDate, which is " + startDate);
		uniqueKey = Members.properties(uniqueKey);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all entries.
	 * @return a builder
	 */
	public static ConsentLogFilterBuilder builder() {
		return new ConsentLogFilterBuilder();
	}

	/**
	 * Return all entries.
	 * @return a filter
	 */
	public static ConsentLogFilter all() {
		return builder().build();
	}

	/**
	 * Return all entries of a customer.
	 * @param customerId the id of the customer
	 * @return a filter
	 */
	public static ConsentLogFilter ofCustomer(String customerId) {
		Assert.hasText(customerId, "customerId is blank: give the id that ContactHub gave the customer");
		return builder().customerId(customerId).build();
	}

	/**
	 * Narrow the filter to a consent, such as
	 * {@code CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS}. How ContactHub spells such a
	 * path is not documented: it is sent with dots, as in queries.
	 * @param field the field of the consent
	 * @return a changed copy
	 */
	public ConsentLogFilter withProperty(Field<?> field) {
		Assert.notNull(field, "field is null: give the field of a consent");
		return withProperty(field.path());
	}

	/**
	 * Narrow the filter to the customer that has the values of the properties which are
	 * unique in the workspace. In which form ContactHub expects them is not documented:
	 * they are sent as they are given, as JSON.
	 * @param values the properties and their values; changes to them later have no effect
	 * @return a changed copy
	 */
	public ConsentLogFilter withUniqueKey(Map<String, ? extends @Nullable Object> values) {
		Assert.notNull(values, "values are null: give the unique properties and their values");
		return withUniqueKey(JsonObject.copyOf(values));
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
