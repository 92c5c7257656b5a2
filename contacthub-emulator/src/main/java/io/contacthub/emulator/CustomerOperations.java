package io.contacthub.emulator;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operations on customers.
 */
final class CustomerOperations {

	private final EmulatorSettings settings;

	private final CustomerStore store;

	private final CustomerRegistry registry;

	private final SessionRegistry sessions;

	private final QueryReader queries;

	CustomerOperations(EmulatorSettings settings, CustomerStore store, CustomerRegistry registry,
			SessionRegistry sessions, QueryReader queries) {
		this.settings = settings;
		this.store = store;
		this.registry = registry;
		this.sessions = sessions;
		this.queries = queries;
	}

	List<Route> routes() {
		String customers = "workspaces/{workspace}/customers";
		String customer = customers + "/{customer}";
		return List.of(Route.of("GET", customers, this::list), Route.of("POST", customers, this::create),
				Route.of("GET", customer, this::read), Route.of("PATCH", customer, this::change),
				Route.of("PUT", customer, this::replace), Route.of("DELETE", customer, this::delete));
	}

	private Answer list(Call call) {
		String nodeId = call.parameter("nodeId");
		if (nodeId == null) {
			throw Rejection.badRequest("Required String parameter 'nodeId' is not present");
		}
		this.settings.requireNode(nodeId);
		Paging paging = Paging.of(call);
		Stream<ObjectNode> customers = this.store.listed()
			.stream()
			.filter((customer) -> nodeId.equals(Json.text(customer, "nodeId")));
		String externalId = call.parameter("externalId");
		if (externalId != null) {
			customers = customers.filter((customer) -> externalId.equals(Json.text(customer, "externalId")));
		}
		customers = customers.filter(this.queries.read(call.parameter("query")));
		List<String> fields = fields(call.parameter("fields"));
		return Answer.ok(paging.envelope(customers.toList(), (customer) -> fields.isEmpty()
				? CustomerDocument.full(customer) : CustomerDocument.selected(customer, fields)));
	}

	private static List<String> fields(@Nullable String parameter) {
		if (parameter == null) {
			return List.of();
		}
		return Stream.of(parameter.split(",")).map(String::strip).filter((field) -> !field.isEmpty()).toList();
	}

	private Answer create(Call call) {
		ObjectNode customer = this.registry.create(call.body(), call.baseUrl());
		return changed(201, customer, call);
	}

	private Answer read(Call call) {
		return Answer.ok(CustomerDocument.full(this.store.get(call.pathVariable("customer"))));
	}

	private Answer change(Call call) {
		ObjectNode customer = this.registry.patch(call.pathVariable("customer"), call.body(), call.baseUrl());
		return changed(200, customer, call);
	}

	private Answer replace(Call call) {
		ObjectNode customer = this.registry.replace(call.pathVariable("customer"), call.body(), call.baseUrl());
		return changed(200, customer, call);
	}

	private Answer changed(int status, ObjectNode customer, Call call) {
		String session = call.parameter("sessionId");
		if (session != null) {
			this.sessions.attach(customer, session);
		}
		return Answer.of(status, CustomerDocument.full(customer));
	}

	private Answer delete(Call call) {
		String id = this.store.get(call.pathVariable("customer")).path("id").stringValue();
		this.store.remove(id);
		this.sessions.forget(id);
		return Answer.empty(200);
	}

}
