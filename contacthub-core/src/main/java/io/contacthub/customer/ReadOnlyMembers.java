package io.contacthub.customer;

import java.util.List;
import java.util.Map;

/**
 * The members of a customer that no change may name.
 */
final class ReadOnlyMembers {

	private static final List<String> NAMES = List.of("id", "nodeId", "registeredAt", "updatedAt", "sourceInfo");

	private ReadOnlyMembers() {
	}

	static boolean contains(String name) {
		return NAMES.contains(name);
	}

	static void removeFrom(Map<String, ?> document) {
		NAMES.forEach(document::remove);
	}

}
