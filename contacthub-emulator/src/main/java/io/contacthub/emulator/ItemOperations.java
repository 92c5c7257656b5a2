package io.contacthub.emulator;

import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for the entries of one list of a customer: educations, jobs,
 * likes or subscriptions.
 * <p>
 * What the API does with a second entry of the same id is not known. Here it is refused
 * as a bad request: a test should notice it, and an entry that is silently replaced or
 * doubled is no success to rely on.
 */
final class ItemOperations implements EmulatedResource {

	private final ItemKind part;

	private final CustomerStore customers;

	private final CustomerRegistry registry;

	private final ConfigurationStore configuration;

	ItemOperations(ItemKind part, CustomerStore customers, CustomerRegistry registry,
			ConfigurationStore configuration) {
		this.configuration = configuration;
		this.part = part;
		this.customers = customers;
		this.registry = registry;
	}

	@Override
	public List<Route> routes() {
		String entries = "customers/{customer}/" + this.part.list();
		String entry = entries + "/{entry}";
		return List.of(
				Route.inWorkspace("POST", entries, this::create)
					.permitting(TokenKind.USER, TokenKind.TRUSTED, TokenKind.UNTRUSTED),
				Route.inWorkspace("GET", entry, this::read)
					.permitting(TokenKind.USER, TokenKind.GUEST, TokenKind.TRUSTED),
				Route.inWorkspace("PUT", entry, this::replace)
					.permitting(TokenKind.USER, TokenKind.TRUSTED, TokenKind.UNTRUSTED),
				Route.inWorkspace("DELETE", entry, this::delete).permitting(TokenKind.USER, TokenKind.TRUSTED));
	}

	private EmulatedResponse create(EmulatedRequest request) {
		String customer = customer(request);
		ObjectNode body = request.body();
		String id = validated(body);
		change(customer, request, (entries) -> {
			if (indexOf(entries, id) >= 0) {
				this.configuration.settings().guesses().made(Guess.SECOND_ITEM);
				throw invalid(new Violation("/id", "is already in use"));
			}
			entries.add(body);
		});
		return EmulatedResponse.of(this.part.createdStatus(), shown(body));
	}

	private EmulatedResponse read(EmulatedRequest request) {
		JsonNode entries = Json.at(this.customers.get(customer(request)), path());
		return EmulatedResponse.ok(shown((ObjectNode) entries.get(index(entries, request))));
	}

	private EmulatedResponse replace(EmulatedRequest request) {
		String customer = customer(request);
		index(Json.at(this.customers.get(customer), path()), request);
		ObjectNode body = request.body();
		if (!body.has("id")) {
			body.put("id", request.pathVariable("entry"));
		}
		if (!validated(body).equals(request.pathVariable("entry"))) {
			throw invalid(new Violation("/id", "differs from the id of the path"));
		}
		change(customer, request, (entries) -> {
			int index = index(entries, request);
			if (lacksMembers(body, entries.path(index))) {
				this.configuration.settings().guesses().made(Guess.REPLACED_ITEM);
			}
			entries.set(index, body);
		});
		return EmulatedResponse.ok(shown(body));
	}

	private static boolean lacksMembers(ObjectNode body, JsonNode present) {
		return present.propertyNames().stream().anyMatch((name) -> !body.has(name));
	}

	private EmulatedResponse delete(EmulatedRequest request) {
		change(customer(request), request, (entries) -> entries.remove(index(entries, request)));
		return EmulatedResponse.empty(200);
	}

	private String customer(EmulatedRequest request) {
		return this.customers.get(request.pathVariable("customer")).path("id").stringValue();
	}

	private String path() {
		return "base." + this.part.list();
	}

	private int index(JsonNode entries, EmulatedRequest request) {
		String id = request.pathVariable("entry");
		int index = indexOf(entries, id);
		if (index < 0) {
			throw RequestRejectedException.notFound(this.part.entry(), id);
		}
		return index;
	}

	private static int indexOf(JsonNode entries, String id) {
		for (int index = 0; index < entries.size(); index++) {
			if (id.equals(entries.path(index).path("id").asString(""))) {
				return index;
			}
		}
		return -1;
	}

	private void change(String customer, EmulatedRequest request, Consumer<ArrayNode> change) {
		this.registry.update(customer, (present) -> {
			ObjectNode changed = present.deepCopy();
			ObjectNode base = (changed.get("base") instanceof ObjectNode object) ? object : changed.putObject("base");
			ArrayNode entries = (base.get(this.part.list()) instanceof ArrayNode array) ? array
					: base.putArray(this.part.list());
			change.accept(entries);
			return changed;
		}, request.author());
	}

	private String validated(ObjectNode body) {
		Validation.check(reason(), (violations) -> {
			this.part.schema().check(body, "", violations);
			this.configuration.settings().guesses().check(Guess.DISABLED_BASE_PROPERTY, violations, this::checkEnabled);
		});
		this.part.schema().written(body);
		return body.path("id").stringValue();
	}

	private void checkEnabled(List<Violation> violations) {
		if (this.configuration.rules().disabledBaseProperties().contains(this.part.list())) {
			violations.add(new Violation("", "property is disabled"));
		}
	}

	private RequestRejectedException invalid(Violation violation) {
		return RequestRejectedException.invalid(reason(), List.of(violation));
	}

	private String reason() {
		return this.part.entry() + " is not valid";
	}

	private ObjectNode shown(ObjectNode entry) {
		return CustomerDocument.filled(entry, this.part.schema());
	}

}
