package io.contacthub.emulator;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registry that creates and changes customers by the rules of the workspace.
 */
final class CustomerRegistry {

	private static final String REASON = "source customer is not valid";

	private final EmulatorSettings settings;

	private final CustomerStore store;

	private final Uniqueness uniqueness;

	private final InstantSource clock;

	CustomerRegistry(EmulatorSettings settings, CustomerStore store, Uniqueness uniqueness, InstantSource clock) {
		this.settings = settings;
		this.store = store;
		this.uniqueness = uniqueness;
		this.clock = clock;
	}

	/**
	 * Create a customer, or merge it into the one that it equals.
	 * @param body the members of the customer
	 * @param baseUrl address of the API for references
	 * @return the stored customer
	 */
	ObjectNode create(ObjectNode body, String baseUrl) {
		validate(CustomerSchemas.POST, body, true);
		this.settings.requireNode(body.path("nodeId").stringValue());
		String equal = this.uniqueness.findEqual(body);
		if (equal == null) {
			return add(UUID.randomUUID(), body);
		}
		if (this.settings.uniquenessPolicy() == UniquenessPolicy.BLOCK) {
			throw conflict(equal, baseUrl);
		}
		ObjectNode merged = Json.merge(this.store.get(equal), body);
		Validation.check(REASON, (violations) -> this.settings.checkExtended(merged, violations));
		return save(merged);
	}

	/**
	 * Create the customer of an external id that is not known yet.
	 */
	ObjectNode createEmpty(String nodeId, String externalId) {
		return add(UUID.randomUUID(), Json.object().put("nodeId", nodeId).put("externalId", externalId));
	}

	/**
	 * Store a new customer without looking at others.
	 */
	ObjectNode add(UUID id, ObjectNode body) {
		ObjectNode customer = Json.object()
			.put("id", id.toString())
			.put("registeredAt", DateFormats.write(this.clock.instant()));
		customer.putObject("sourceInfo")
			.put("registeredBy", EmulatorSettings.SOURCE_ID)
			.put("updatedBy", EmulatorSettings.SOURCE_ID);
		return save(Json.merge(customer, body));
	}

	ObjectNode patch(String id, ObjectNode body, String baseUrl) {
		ObjectNode present = this.store.get(id);
		validate(CustomerSchemas.PATCH, body, false);
		ObjectNode change = body.deepCopy();
		change.remove("id");
		return change(Json.merge(present, change), baseUrl);
	}

	ObjectNode replace(String id, ObjectNode body, String baseUrl) {
		ObjectNode present = this.store.get(id);
		validate(CustomerSchemas.PUT, body, true);
		this.settings.requireNode(body.path("nodeId").stringValue());
		if (!id.equals(body.path("id").stringValue())) {
			throw RequestRejectedException.invalid(REASON,
					List.of(new Violation("/id", "differs from the id of the path")));
		}
		ObjectNode customer = Json.object();
		for (String member : List.of("id", "registeredAt", "sourceInfo")) {
			customer.set(member, present.get(member));
		}
		ObjectNode members = body.deepCopy();
		members.remove(List.of("id", "registeredAt", "updatedAt", "sourceInfo"));
		return change(Json.merge(customer, members), baseUrl);
	}

	private ObjectNode change(ObjectNode customer, String baseUrl) {
		Validation.check(REASON, (violations) -> {
			SizeLimits.check(customer, violations, "base", "extended");
			this.settings.checkExtended(customer, violations);
		});
		String equal = this.uniqueness.findEqual(customer);
		if (equal != null) {
			throw conflict(equal, baseUrl);
		}
		return save(customer);
	}

	/**
	 * Store a changed customer.
	 */
	ObjectNode save(ObjectNode customer) {
		ObjectNode replaced = this.store.find(customer.path("id").stringValue());
		String before = (replaced != null) ? Json.text(replaced, "updatedAt") : null;
		ObjectNode saved = customer.put("updatedAt", DateFormats.writeAfter(this.clock.instant(), before));
		if (!saved.has("enabled")) {
			saved.put("enabled", true);
		}
		this.store.save(saved);
		return saved;
	}

	private void validate(ObjectSchema schema, ObjectNode body, boolean whole) {
		Validation.check(REASON, (violations) -> {
			schema.check(body, "", violations);
			SizeLimits.check(body, violations, "base", "extended", "extra");
			if (whole) {
				requireContent(body, violations);
				this.uniqueness.requireProperties(body, violations);
				this.settings.checkExtended(body, violations);
			}
		});
	}

	static void requireContent(ObjectNode body, List<Violation> violations) {
		if (Stream.of("externalId", "base", "extended").allMatch((member) -> Json.isBlank(body.get(member)))) {
			violations.add(new Violation("", "one of externalId, base, extended is required"));
		}
	}

	private RequestRejectedException conflict(String id, String baseUrl) {
		return RequestRejectedException.conflict(id,
				baseUrl + "/workspaces/" + this.settings.workspaceId() + "/customers/" + id);
	}

	/**
	 * Find the first customer with an external id.
	 */
	@Nullable ObjectNode findByExternalId(String nodeId, String externalId) {
		for (ObjectNode customer : this.store.all()) {
			if (externalId.equals(Json.text(customer, "externalId")) && nodeId.equals(Json.text(customer, "nodeId"))) {
				return customer;
			}
		}
		return null;
	}

}
