package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Check of documents that a workspace is to be filled with, each on its own and with what
 * is there already.
 */
final class SeedCheck {

	private final SeedFaults faults = new SeedFaults();

	private final CustomerStore stored;

	private final Uniqueness storedUniqueness;

	private final UniquenessPolicy policy;

	private final SeedSchemas schemas;

	private final Uniqueness uniqueness;

	private final Map<String, String> customers = new HashMap<>();

	private final Set<String> events = new HashSet<>();

	private final Set<String> sessions = new HashSet<>();

	private final List<SeedDocument> owned = new ArrayList<>();

	private final Map<SeedKind, Integer> counts = new EnumMap<>(SeedKind.class);

	SeedCheck(WorkspaceRules rules, CustomerStore stored, Uniqueness storedUniqueness) {
		this.stored = stored;
		this.storedUniqueness = storedUniqueness;
		this.policy = rules.uniquenessPolicy();
		this.uniqueness = new Uniqueness(rules);
		this.schemas = new SeedSchemas(rules);
	}

	void knowEvent(String id) {
		this.events.add(id);
	}

	void knowSession(StoredSession session) {
		this.sessions.add(session.id());
	}

	void add(SeedDocument document) {
		SeedKind kind = document.kind();
		this.counts.merge(kind, 1, Integer::sum);
		switch (kind) {
			case CUSTOMER -> addCustomer(document);
			case EVENT -> addEvent(document);
			case SESSION -> addSession(document);
			case UNKNOWN -> this.faults.add(document.place(), "no customer (it has no nodeId), no event (no type and"
					+ " context) and no session (no sessionId and value)");
		}
	}

	private void addCustomer(SeedDocument document) {
		ObjectNode customer = document.members();
		this.faults.add(document, this.schemas.customer(customer));
		String id = Json.text(customer, "id");
		if (id != null && (this.stored.find(id) != null || this.customers.putIfAbsent(id, document.place()) != null)) {
			this.faults.add(document.place(), "/id another customer has the id " + id);
		}
		String equal = this.storedUniqueness.findEqual(customer);
		if (equal == null) {
			equal = findEqual(customer, (id != null) ? id : document.place());
		}
		if (equal != null) {
			this.faults.add(document.place(), "equals customer " + equal
					+ " in the unique properties, which the policy " + this.policy + " forbids");
		}
	}

	/**
	 * Find the customer among those before that one equals, and remember this one.
	 */
	private @Nullable String findEqual(ObjectNode customer, String name) {
		String id = Json.text(customer, "id");
		ObjectNode named = (id != null) ? customer : customer.deepCopy().put("id", name);
		String equal = this.uniqueness.findEqual(named);
		this.uniqueness.add(named);
		return equal;
	}

	private void addEvent(SeedDocument document) {
		this.faults.add(document, this.schemas.event(document.members()));
		String id = Json.text(document.members(), "id");
		if (id != null && !this.events.add(id)) {
			this.faults.add(document.place(), "/id another event has the id " + id);
		}
		this.owned.add(document);
	}

	private void addSession(SeedDocument document) {
		this.faults.add(document, this.schemas.session(document.members()));
		String id = Json.text(document.members(), "sessionId");
		if (id != null && !this.sessions.add(id)) {
			this.faults.add(document.place(), "/sessionId another session has the id " + id);
		}
		this.owned.add(document);
	}

	/**
	 * Look for customers of events and sessions once all documents are known.
	 * @throws IllegalArgumentException if one of the documents is not valid
	 */
	void finish() {
		for (SeedDocument document : this.owned) {
			String id = Json.text(document.members(), "customerId");
			if (id != null && !this.customers.containsKey(id) && this.stored.find(id) == null) {
				this.faults.add(document.place(), "/customerId there is no customer " + SeedFaults.shortened(id));
			}
		}
		this.faults.throwIfAny();
	}

	SeedCounts counts() {
		return new SeedCounts(count(SeedKind.CUSTOMER), count(SeedKind.EVENT), count(SeedKind.SESSION));
	}

	private int count(SeedKind kind) {
		return this.counts.getOrDefault(kind, 0);
	}

}
