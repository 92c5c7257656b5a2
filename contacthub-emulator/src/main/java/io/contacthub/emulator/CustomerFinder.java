package io.contacthub.emulator;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Finder of the customers that a list shows, quick enough for one who reads all of them
 * page after page: it begins at the registration that is asked for, and knows the
 * customers that met the same conditions before.
 */
final class CustomerFinder {

	/**
	 * So many may read at the same time, each with other conditions.
	 */
	private static final int REMEMBERED = 8;

	private final CustomerStore store;

	private final Map<Key, SequenceFilter<StoredCustomer>> filters = new LinkedHashMap<>(16, 0.75F, true);

	CustomerFinder(CustomerStore store) {
		this.store = store;
	}

	/**
	 * Find customers.
	 * @param nodeId the node that they are in
	 * @param filter the conditions that they meet
	 * @param order the order to have them in
	 */
	List<StoredCustomer> find(String nodeId, QueryFilter filter, SortOrder order) {
		if (!filter.isLasting()) {
			return order.sort(matching(this.store.listed(nodeId), filter));
		}
		List<RegistrationRange> ranges = filter.ranges();
		boolean isByRegistration = RegistrationRange.isOrder(order);
		if (!isByRegistration && ranges.isEmpty()) {
			return order.sort(filtered(this.store.listed(nodeId), nodeId, filter, false));
		}
		Sequence<StoredCustomer> found = filtered(this.store.registrations(nodeId), nodeId, filter.rest(), true);
		for (RegistrationRange range : ranges) {
			found = range.of(found);
		}
		return isByRegistration ? found : order.sort(inOrderOfCreation(found));
	}

	/**
	 * Return those of some customers that meet conditions.
	 */
	static List<StoredCustomer> matching(List<StoredCustomer> customers, QueryFilter filter) {
		return customers.stream().filter((customer) -> filter.test(customer.document())).toList();
	}

	private static List<StoredCustomer> inOrderOfCreation(List<StoredCustomer> customers) {
		return customers.stream().sorted(Comparator.comparingLong(StoredCustomer::number)).toList();
	}

	private Sequence<StoredCustomer> filtered(Sequence<StoredCustomer> customers, String nodeId, QueryFilter filter,
			boolean isByRegistration) {
		if (filter.conditions().isEmpty()) {
			return customers;
		}
		return remembered(new Key(nodeId, isByRegistration, filter.sources()), filter).apply(customers);
	}

	private SequenceFilter<StoredCustomer> remembered(Key key, QueryFilter filter) {
		synchronized (this.filters) {
			SequenceFilter<StoredCustomer> remembered = this.filters.computeIfAbsent(key,
					(absent) -> new SequenceFilter<>(filter));
			if (this.filters.size() > REMEMBERED) {
				this.filters.remove(this.filters.keySet().iterator().next());
			}
			return remembered;
		}
	}

	void clear() {
		synchronized (this.filters) {
			this.filters.clear();
		}
	}

	/**
	 * What a filter was remembered for.
	 *
	 * @param nodeId the node of the customers
	 * @param isByRegistration whether they were in the order of their registration
	 * @param conditions what the query says
	 */
	private record Key(String nodeId, boolean isByRegistration, List<JsonNode> conditions) {
	}

}
