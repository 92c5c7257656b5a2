package io.contacthub.emulator;

import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operations on the entries of one list of a customer: educations, jobs, likes or
 * subscriptions.
 * <p>
 * What the API does with a second entry of the same id is not known. Here it is refused
 * as a bad request: a test should notice it, and an entry that is silently replaced or
 * doubled is no success to rely on.
 */
final class PartOperations {

	private final Part part;

	private final CustomerStore customers;

	private final CustomerRegistry registry;

	PartOperations(Part part, CustomerStore customers, CustomerRegistry registry) {
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

	private Answer create(Call call) {
		List<ObjectNode> entries = entries(call);
		ObjectNode body = call.body();
		String id = validated(body);
		if (indexOf(entries, id) >= 0) {
			throw invalid(new Violation("/id", "is already in use"));
		}
		save(call, (changed) -> changed.add(body));
		return Answer.of(this.part.createdStatus(), shown(body));
	}

	private Answer read(Call call) {
		return Answer.ok(shown(entries(call).get(index(call))));
	}

	private Answer replace(Call call) {
		int index = index(call);
		ObjectNode body = call.body();
		if (!validated(body).equals(call.pathVariable("entry"))) {
			throw invalid(new Violation("/id", "differs from the id of the path"));
		}
		save(call, (changed) -> changed.set(index, body));
		return Answer.ok(shown(body));
	}

	private Answer delete(Call call) {
		int index = index(call);
		save(call, (changed) -> changed.remove(index));
		return Answer.empty(200);
	}

	private ObjectNode customer(Call call) {
		return this.customers.get(call.pathVariable("customer"));
	}

	private List<ObjectNode> entries(Call call) {
		return Json.at(customer(call), "base." + this.part.list())
			.values()
			.stream()
			.map(ObjectNode.class::cast)
			.toList();
	}

	private int index(Call call) {
		String id = call.pathVariable("entry");
		int index = indexOf(entries(call), id);
		if (index < 0) {
			throw Rejection.notFound(this.part.entry(), id);
		}
		return index;
	}

	private static int indexOf(List<ObjectNode> entries, String id) {
		return entries.stream().map((entry) -> entry.path("id").asString("")).toList().indexOf(id);
	}

	private void save(Call call, Consumer<ArrayNode> change) {
		ObjectNode customer = customer(call).deepCopy();
		ObjectNode base = (customer.get("base") instanceof ObjectNode object) ? object : customer.putObject("base");
		ArrayNode entries = (base.get(this.part.list()) instanceof ArrayNode array) ? array
				: base.putArray(this.part.list());
		change.accept(entries);
		this.registry.save(customer);
	}

	private String validated(ObjectNode body) {
		Violations.none(reason(), (violations) -> this.part.shape().check(body, "", violations));
		return body.path("id").stringValue();
	}

	private Rejection invalid(Violation violation) {
		return Rejection.invalid(reason(), List.of(violation));
	}

	private String reason() {
		return this.part.entry() + " is not valid";
	}

	private ObjectNode shown(ObjectNode entry) {
		return CustomerDocument.filled(entry, this.part.shape());
	}

}
