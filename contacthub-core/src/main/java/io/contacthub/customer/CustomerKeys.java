package io.contacthub.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What tells that two customers may be the same one to ContactHub, which may compare
 * texts without their case.
 */
final class CustomerKeys {

	private CustomerKeys() {
	}

	static Collection<?> of(Customer customer) {
		return of(customer.id(), customer.externalId(), customer.base().contacts().email());
	}

	static Collection<?> of(CustomerChange change) {
		JsonObject members = JsonObject.copyOf(change.patch().members());
		return of(change.id(), members.get("externalId"), members.at("base", "contacts", "email"));
	}

	private static Collection<?> of(@Nullable String id, @Nullable Object externalId, @Nullable Object email) {
		List<Key> keys = new ArrayList<>(3);
		if (id != null) {
			keys.add(new Key("id", id));
		}
		add(keys, "externalId", externalId);
		add(keys, "email", email);
		return keys;
	}

	private static void add(List<Key> keys, String name, @Nullable Object value) {
		if (value instanceof String text && !text.isBlank()) {
			keys.add(new Key(name, text.strip().toLowerCase(Locale.ROOT)));
		}
	}

	/**
	 * One of the values that customers may share.
	 *
	 * @param name the name of the field
	 * @param value the value
	 */
	private record Key(String name, String value) {

	}

}
