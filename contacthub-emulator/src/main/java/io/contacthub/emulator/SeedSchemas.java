package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of documents that a workspace is filled with: what a request may send, and
 * what only the server writes.
 */
final class SeedSchemas {

	private static final ObjectSchema CUSTOMER = CustomerSchemas.PUT.without("id").with("id", ValueSchema.NOT_EMPTY);

	private static final ObjectSchema EVENT = EventSchemas.POST.with("id", ValueSchema.NOT_EMPTY.orNull())
		.with(ValueSchema.DATE_TIME.orNull(), "registeredAt", "updatedAt");

	private static final ObjectSchema SESSION = ObjectSchema.nullable()
		.with(ValueSchema.NOT_EMPTY, "sessionId", "value", "customerId")
		.require("value", "customerId");

	private final WorkspaceRules rules;

	SeedSchemas(WorkspaceRules rules) {
		this.rules = rules;
	}

	/**
	 * Return what is wrong with a customer. One that was stored before need not have what
	 * only a new one must have, since a change may have taken it, and is larger than it
	 * was when it was sent.
	 */
	List<Violation> customer(ObjectNode customer) {
		List<Violation> violations = new ArrayList<>();
		CUSTOMER.check(customer, "", violations);
		this.rules.checkExtended(customer, violations);
		if (Json.isUnset(customer.get("registeredAt"))) {
			SizeLimits.check(customer, violations, "base", "extended", "extra");
			CustomerRegistry.requireContent(customer, violations);
			this.rules.checkUnique(customer, violations);
			this.rules.checkMandatory(customer, violations);
		}
		String nodeId = Json.text(customer, "nodeId");
		if (nodeId != null) {
			requireNode(nodeId, "/nodeId", violations);
		}
		return violations;
	}

	/**
	 * Return what is wrong with an event, and remove members that are null though a
	 * request could not send that: the server may answer them.
	 */
	List<Violation> event(ObjectNode event) {
		List<Violation> violations = violations(event);
		if (violations.stream().anyMatch((violation) -> removeNull(event, violation.path()))) {
			violations.forEach((violation) -> removeNull(event, violation.path()));
			violations = violations(event);
		}
		return violations;
	}

	private List<Violation> violations(ObjectNode event) {
		List<Violation> violations = new ArrayList<>();
		EventSchemas.check(EVENT, event, this.rules.eventTypes(), violations);
		SizeLimits.check(event, violations, "properties", "contextInfo");
		EventRegistry.requireCustomer(event, violations);
		if (Json.isUnset(event.get("customerId"))) {
			String nodeId = Json.text(event.path("bringBackProperties"), "nodeId");
			if (nodeId != null && !nodeId.isEmpty()) {
				requireNode(nodeId, "/bringBackProperties/nodeId", violations);
			}
		}
		return violations;
	}

	private static boolean removeNull(ObjectNode event, String path) {
		if (path.isEmpty() || !event.at(path).isNull()) {
			return false;
		}
		JsonPointer pointer = JsonPointer.compile(path);
		JsonNode parent = event.at(pointer.head());
		return parent instanceof ObjectNode object && object.remove(pointer.last().getMatchingProperty()) != null;
	}

	List<Violation> session(ObjectNode session) {
		List<Violation> violations = new ArrayList<>();
		SESSION.check(session, "", violations);
		return violations;
	}

	private void requireNode(String nodeId, String path, List<Violation> violations) {
		try {
			this.rules.requireNode(nodeId);
		}
		catch (RequestRejectedException ex) {
			violations.add(new Violation(path, "node not found " + SeedFaults.shortened(nodeId)));
		}
	}

}
