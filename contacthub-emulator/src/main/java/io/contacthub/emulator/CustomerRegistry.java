package io.contacthub.emulator;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registry that creates and changes customers by the rules of the workspace.
 */
final class CustomerRegistry {

	private static final String REASON = "source customer is not valid";

	private static final List<String> CONTENT = List.of("externalId", "base", "extended");

	private final ConfigurationStore configuration;

	private final CustomerStore store;

	private final Uniqueness uniqueness;

	private final InstantSource clock;

	private final ChangeLock lock;

	CustomerRegistry(ConfigurationStore configuration, CustomerStore store, Uniqueness uniqueness, InstantSource clock,
			ChangeLock lock) {
		this.lock = lock;
		this.configuration = configuration;
		this.store = store;
		this.uniqueness = uniqueness;
		this.clock = clock;
	}

	/**
	 * Create a customer, or merge it into the one that it equals.
	 * @param body the members of the customer
	 * @param author who creates it
	 * @return the stored customer
	 */
	ObjectNode create(ObjectNode body, Author author) {
		WorkspaceRules rules = this.configuration.rules();
		validate(CustomerSchemas.POST, body, rules, true);
		rules.requireNode(body.path("nodeId").stringValue());
		ObjectNode created = fresh(UUID.randomUUID(), body, author.sourceId());
		while (true) {
			String equal = this.lock.call(() -> {
				String found = this.uniqueness.findEqual(body);
				if (found == null) {
					save(created);
				}
				else if (!isMerging()) {
					throw conflict(found, author);
				}
				return found;
			});
			if (equal == null) {
				return created;
			}
			ObjectNode merged = merge(equal, body, rules, author);
			if (merged != null) {
				return merged;
			}
		}
	}

	/**
	 * Return whether equal customers are merged. The policy is asked for when they are
	 * found, since it may have changed since the request came.
	 */
	private boolean isMerging() {
		return this.configuration.rules().uniquenessPolicy() == UniquenessPolicy.MERGE;
	}

	/**
	 * Merge members into the customer that they are equal to.
	 * @return the stored customer, null if it is another one by then, or not to be merged
	 */
	private @Nullable ObjectNode merge(String equal, ObjectNode body, WorkspaceRules rules, Author author) {
		ObjectNode present = this.store.find(equal);
		if (present == null) {
			return null;
		}
		ObjectNode merged = signed(valid(Json.merge(present, body), rules), author);
		return this.lock.call(() -> {
			boolean isSame = isMerging() && equal.equals(this.uniqueness.findEqual(body))
					&& this.store.find(equal) == present;
			return isSame ? save(merged) : null;
		});
	}

	/**
	 * Create the customer of an external id that is not known yet.
	 */
	ObjectNode createEmpty(String nodeId, String externalId, String sourceId) {
		ObjectNode members = Json.object().put("nodeId", nodeId).put("externalId", externalId);
		return save(fresh(UUID.randomUUID(), members, sourceId));
	}

	/**
	 * Make a new customer as it would be stored now, without looking at others.
	 */
	ObjectNode make(UUID id, ObjectNode body) {
		return stamp(fresh(id, body, EmulatorSettings.SOURCE_ID), null);
	}

	private ObjectNode fresh(UUID id, ObjectNode body, String sourceId) {
		String now = DateFormats.write(this.clock.instant());
		ObjectNode customer = Json.object().put("id", id.toString()).put("registeredAt", now);
		customer.putObject("sourceInfo").put("registeredBy", sourceId).put("updatedBy", sourceId);
		return StoredObject.prepare(Json.merge(customer, body).put("updatedAt", now));
	}

	/**
	 * Note who changed a customer, which is then as it will be stored.
	 */
	private static ObjectNode signed(ObjectNode customer, Author author) {
		ObjectNode info = (customer.get("sourceInfo") instanceof ObjectNode present) ? present.deepCopy()
				: Json.object();
		customer.set("sourceInfo", info.put("updatedBy", author.sourceId()));
		return StoredObject.prepare(customer);
	}

	ObjectNode patch(String id, ObjectNode body, Author author) {
		this.store.get(id);
		WorkspaceRules rules = this.configuration.rules();
		validate(CustomerSchemas.PATCH, body, rules, false);
		ObjectNode change = body.deepCopy();
		change.remove("id");
		return update(id, (present) -> valid(Json.merge(present, change), rules), author,
				(changed) -> requireUnique(changed, author));
	}

	ObjectNode replace(String id, ObjectNode body, Author author) {
		this.store.get(id);
		WorkspaceRules rules = this.configuration.rules();
		validate(CustomerSchemas.PUT, body, rules, true);
		rules.requireNode(body.path("nodeId").stringValue());
		if (!id.equals(body.path("id").stringValue())) {
			throw RequestRejectedException.invalid(REASON,
					List.of(new Violation("/id", "differs from the id of the path")));
		}
		ObjectNode members = body.deepCopy();
		members.remove(List.of("id", "registeredAt", "updatedAt", "sourceInfo"));
		return update(id, (present) -> valid(replacement(present, members), rules), author,
				(changed) -> requireUnique(changed, author));
	}

	private static ObjectNode replacement(ObjectNode present, ObjectNode members) {
		if (!present.path("nodeId").equals(members.path("nodeId"))) {
			throw RequestRejectedException.invalid(REASON,
					List.of(new Violation("/nodeId", "differs from the node of the customer")));
		}
		ObjectNode customer = Json.object();
		for (String member : List.of("id", "registeredAt", "sourceInfo")) {
			customer.set(member, present.get(member));
		}
		return Json.merge(customer, members);
	}

	private static ObjectNode valid(ObjectNode customer, WorkspaceRules rules) {
		Validation.check(REASON, (violations) -> {
			SizeLimits.check(customer, violations, "base", "extended");
			rules.checkExtended(customer, violations);
		});
		return customer;
	}

	private void requireUnique(ObjectNode customer, Author author) {
		String equal = this.uniqueness.findEqual(customer);
		if (equal != null) {
			if (isMerging()) {
				this.configuration.settings().guesses().made(Guess.MERGED_CHANGE);
			}
			throw conflict(equal, author);
		}
	}

	/**
	 * Change a customer. The change is made before the lock is taken, and once more if
	 * the customer is another one by then.
	 * @param id id of the customer
	 * @param change makes a changed copy
	 * @param author who changes it
	 * @return the stored customer
	 */
	ObjectNode update(String id, UnaryOperator<ObjectNode> change, Author author) {
		return update(id, change, author, (changed) -> {
		});
	}

	private ObjectNode update(String id, UnaryOperator<ObjectNode> change, Author author, Consumer<ObjectNode> check) {
		while (true) {
			ObjectNode present = this.store.get(id);
			ObjectNode changed = signed(change.apply(present), author);
			ObjectNode saved = this.lock.call(() -> {
				if (this.store.find(id) != present) {
					return null;
				}
				check.accept(changed);
				return save(changed);
			});
			if (saved != null) {
				return saved;
			}
		}
	}

	/**
	 * Remove a customer.
	 * @param id id of the customer
	 * @param also removes what belongs to it
	 */
	void remove(String id, Consumer<String> also) {
		this.lock.run(() -> {
			this.store.get(id);
			this.store.remove(id);
			also.accept(id);
		});
	}

	private ObjectNode save(ObjectNode customer) {
		ObjectNode replaced = this.store.find(customer.path("id").stringValue());
		return this.store.save(stamp(customer, replaced));
	}

	private ObjectNode stamp(ObjectNode customer, @Nullable ObjectNode replaced) {
		if (replaced != null) {
			String before = Json.text(replaced, "updatedAt");
			customer.put("updatedAt", DateFormats.writeAfter(this.clock.instant(), before));
		}
		if (!customer.has("enabled")) {
			customer.put("enabled", true);
		}
		return customer;
	}

	private void validate(ObjectSchema schema, ObjectNode body, WorkspaceRules rules, boolean whole) {
		Validation.check(REASON, (violations) -> {
			schema.check(body, "", violations);
			SizeLimits.check(body, violations, "base", "extended", "extra");
			Guesses guesses = this.configuration.settings().guesses();
			guesses.check(Guess.DISABLED_BASE_PROPERTY, violations, (found) -> rules.checkBase(body, found));
			if (whole) {
				requireContent(body, violations);
				rules.checkUnique(body, violations);
				guesses.check(Guess.MANDATORY_PROPERTIES, violations, (found) -> rules.checkMandatory(body, found));
				rules.checkExtended(body, violations);
			}
		});
		schema.written(body);
	}

	static void requireContent(ObjectNode body, List<Violation> violations) {
		if (CONTENT.stream().allMatch((member) -> Json.isBlank(body.get(member)))) {
			for (String member : CONTENT) {
				violations.add(new Violation("/" + member, "one of externalId, base, extended is required"));
			}
		}
	}

	private RequestRejectedException conflict(String id, Author author) {
		return RequestRejectedException.conflict(id,
				author.baseUrl() + "/workspaces/" + this.configuration.settings().workspaceId() + "/customers/" + id);
	}

}
