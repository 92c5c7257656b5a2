package io.contacthub.emulator;

import java.util.List;
import java.util.function.Consumer;

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
final class ItemOperations {

	private final ItemKind part;

	private final CustomerStore customers;

	private final CustomerRegistry registry;

	ItemOperations(ItemKind part, CustomerStore customers, CustomerRegistry registry) {
		this.part = part;
		this.customers = customers;
		this.registry = registry;
	}

	List<Route> routes() {
		String entries = "workspaces/{workspace}/customers/{customer}/" + this.part.list();
		String entry = entries + "/{entry}";
		return List.of(Route.of("POST", entries, this::create), Route.of("GET", entry, this::read),
				Route.of("PUT", entry, this::replace), Route.of("DELETE", entry, this::delete));
	}

	private EmulatedResponse create(EmulatedRequest request) {
		List<ObjectNode> entries = entries(request);
		ObjectNode body = request.body();
		String id = validated(body);
		if (indexOf(entries, id) >= 0) {
			throw invalid(new Violation("/id", "is already in use"));
		}
		save(request, (changed) -> changed.add(body));
		return EmulatedResponse.of(this.part.createdStatus(), shown(body));
	}

	private EmulatedResponse read(EmulatedRequest request) {
		return EmulatedResponse.ok(shown(entries(request).get(index(request))));
	}

	private EmulatedResponse replace(EmulatedRequest request) {
		int index = index(request);
		ObjectNode body = request.body();
		if (!body.has("id")) {
			body.put("id", request.pathVariable("entry"));
		}
		if (!validated(body).equals(request.pathVariable("entry"))) {
			throw invalid(new Violation("/id", "differs from the id of the path"));
		}
		save(request, (changed) -> changed.set(index, body));
		return EmulatedResponse.ok(shown(body));
	}

	private EmulatedResponse delete(EmulatedRequest request) {
		int index = index(request);
		save(request, (changed) -> changed.remove(index));
		return EmulatedResponse.empty(200);
	}

	private ObjectNode customer(EmulatedRequest request) {
		return this.customers.get(request.pathVariable("customer"));
	}

	private List<ObjectNode> entries(EmulatedRequest request) {
		return Json.at(customer(request), "base." + this.part.list())
			.values()
			.stream()
			.map(ObjectNode.class::cast)
			.toList();
	}

	private int index(EmulatedRequest request) {
		String id = request.pathVariable("entry");
		int index = indexOf(entries(request), id);
		if (index < 0) {
			throw RequestRejectedException.notFound(this.part.entry(), id);
		}
		return index;
	}

	private static int indexOf(List<ObjectNode> entries, String id) {
		return entries.stream().map((entry) -> entry.path("id").asString("")).toList().indexOf(id);
	}

	private void save(EmulatedRequest request, Consumer<ArrayNode> change) {
		ObjectNode customer = customer(request).deepCopy();
		ObjectNode base = (customer.get("base") instanceof ObjectNode object) ? object : customer.putObject("base");
		ArrayNode entries = (base.get(this.part.list()) instanceof ArrayNode array) ? array
				: base.putArray(this.part.list());
		change.accept(entries);
		this.registry.save(customer);
	}

	private String validated(ObjectNode body) {
		Validation.check(reason(), (violations) -> this.part.schema().check(body, "", violations));
		return body.path("id").stringValue();
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
