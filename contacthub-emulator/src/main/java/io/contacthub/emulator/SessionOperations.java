package io.contacthub.emulator;

import java.util.List;

import io.contacthub.emulator.SessionStore.Session;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operations on the sessions of a customer.
 */
final class SessionOperations {

	private static final ObjectShape POST = ObjectShape.strict().with("value", ValueShape.NOT_EMPTY).require("value");

	private final SessionStore store;

	private final SessionRegistry registry;

	private final CustomerStore customers;

	SessionOperations(SessionStore store, SessionRegistry registry, CustomerStore customers) {
		this.store = store;
		this.registry = registry;
		this.customers = customers;
	}

	List<Route> routes() {
		String sessions = "workspaces/{workspace}/customers/{customer}/sessions";
		String session = sessions + "/{session}";
		return List.of(Route.of("GET", sessions, this::list), Route.of("POST", sessions, this::create),
				Route.of("GET", session, this::read), Route.of("DELETE", session, this::delete));
	}

	private Answer list(Call call) {
		List<ObjectNode> sessions = this.store.of(customerId(call)).stream().map(Session::document).toList();
		return Answer.ok(Json.object().set("elements", Json.arrayOf(sessions)));
	}

	private Answer create(Call call) {
		ObjectNode customer = customer(call);
		ObjectNode body = call.body();
		Violations.none("session is not valid", (violations) -> POST.check(body, "", violations));
		return Answer.of(201, this.registry.attach(customer, body.path("value").stringValue()).document());
	}

	private Answer read(Call call) {
		return Answer.ok(session(call).document());
	}

	private Answer delete(Call call) {
		this.store.remove(session(call).id());
		return Answer.empty(200);
	}

	private ObjectNode customer(Call call) {
		return this.customers.get(call.pathVariable("customer"));
	}

	private String customerId(Call call) {
		return customer(call).path("id").stringValue();
	}

	private Session session(Call call) {
		String id = call.pathVariable("session");
		Session session = this.store.find(customerId(call), id);
		if (session == null) {
			throw Rejection.notFound("session", id);
		}
		return session;
	}

}
