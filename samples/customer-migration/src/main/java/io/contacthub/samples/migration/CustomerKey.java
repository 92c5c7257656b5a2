package io.contacthub.samples.migration;

import java.util.List;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.query.Field;

/**
 * The field by which customers are told apart.
 *
 * @param path its path, such as {@code externalId}
 * @param names the names in the path
 */
record CustomerKey(String path, List<String> names) {

	static CustomerKey of(Field<?> field) {
		return new CustomerKey(field.path(), field.names());
	}

	/**
	 * Return the key of a customer.
	 * @return the key, {@code null} if it has none
	 */
	String of(Customer customer) {
		Object value = customer.toMap();
		for (String name : this.names) {
			value = (value instanceof Map<?, ?> members) ? members.get(name) : null;
		}
		return (value != null) ? value.toString() : null;
	}

}
