package io.contacthub.emulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Filter of the customers who did something. It looks at the events once and not for each
 * customer, and only when it is asked for the first one. It is for one request.
 */
final class DidFilter implements Predicate<ObjectNode> {

	private final Supplier<List<StoredEvent>> events;

	private final Predicate<ObjectNode> condition;

	private @Nullable Set<String> customers;

	/**
	 * Create a filter.
	 * @param events finds the events of the type
	 * @param condition what these events must be
	 */
	DidFilter(Supplier<List<StoredEvent>> events, Predicate<ObjectNode> condition) {
		this.events = events;
		this.condition = condition;
	}

	@Override
	public boolean test(ObjectNode customer) {
		Set<String> customers = this.customers;
		if (customers == null) {
			customers = find();
			this.customers = customers;
		}
		return customers.contains(customer.path("id").stringValue());
	}

	private Set<String> find() {
		Set<String> found = new HashSet<>();
		for (StoredEvent event : this.events.get()) {
			String customerId = event.customerId();
			if (customerId != null && this.condition.test(event.document())) {
				found.add(customerId);
			}
		}
		return found;
	}

}
