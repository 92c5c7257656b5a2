package io.contacthub.emulator;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Range of the registrations of customers, both ends of which a search finds among those
 * in the order of their registration.
 *
 * @param start matches no registration before one that it matches not
 * @param end matches no registration behind one that it matches not
 */
record RegistrationRange(Predicate<JsonNode> start, Predicate<JsonNode> end) {

	private static final String REGISTERED_AT = "registeredAt";

	/**
	 * Return the range of the registrations that meet a condition.
	 * @return the range, null if the condition is not one of a range of registrations
	 */
	static @Nullable RegistrationRange of(String attribute, QueryOperator operator, JsonNode operand) {
		if (!attribute.equals(REGISTERED_AT)) {
			return null;
		}
		return switch (operator) {
			case GT, GTE -> new RegistrationRange(operator.test(operand), (value) -> true);
			case LT, LTE -> new RegistrationRange((value) -> true, operator.test(operand));
			case EQUALS -> new RegistrationRange(QueryOperator.GTE.test(operand), QueryOperator.LTE.test(operand));
			case BETWEEN ->
				new RegistrationRange(QueryOperator.GTE.test(operand.path(0)), QueryOperator.LTE.test(operand.path(1)));
			default -> null;
		};
	}

	/**
	 * Return whether an order is that of the registration, the first one first.
	 */
	static boolean isOrder(SortOrder order) {
		return order.isAscending(REGISTERED_AT);
	}

	/**
	 * Return the customers in this range.
	 * @param customers customers in the order of their registration
	 */
	Sequence<StoredCustomer> of(Sequence<StoredCustomer> customers) {
		int from = customers.count((customer) -> !this.start.test(registeredAt(customer)));
		int to = customers.count((customer) -> this.end.test(registeredAt(customer)));
		return customers.range(from, to);
	}

	private static JsonNode registeredAt(StoredCustomer customer) {
		return customer.document().path(REGISTERED_AT);
	}

}
