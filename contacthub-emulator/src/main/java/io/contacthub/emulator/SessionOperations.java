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

	private Answer list(Call call, List<String> ids) {
		this.customers.get(ids.get(0));
		List<ObjectNode> sessions = this.store.of(ids.get(0)).stream().map(Session::document).toList();
		return Answer.ok(Json.object().set("elements", Json.arrayOf(sessions)));
	}

	private Answer create(Call call, List<String> ids) {
		ObjectNode customer = this.customers.get(ids.get(0));
		ObjectNode body = call.body();
		Violations.none("session is not valid", (violations) -> POST.check(body, "", violations));
		return Answer.of(201, this.registry.attach(customer, body.path("value").stringValue()).document());
	}

	private Answer read(Call call, List<String> ids) {
		return Answer.ok(session(ids).document());
	}

	private Answer delete(Call call, List<String> ids) {
		this.store.remove(session(ids).id());
		return Answer.empty(200);
	}

	private Session session(List<String> ids) {
		this.customers.get(ids.get(0));
		Session session = this.store.find(ids.get(0), ids.get(1));
		if (session == null) {
			throw Rejection.notFound("session", ids.get(1));
		}
		return session;
	}

}
