package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for the sessions of a customer.
 */
final class SessionOperations {

	private static final ObjectSchema POST = ObjectSchema.strict()
		.with("value", ValueSchema.NOT_EMPTY)
		.require("value");

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

	private EmulatedResponse list(EmulatedRequest request) {
		List<ObjectNode> sessions = this.store.of(customerId(request)).stream().map(StoredSession::document).toList();
		return EmulatedResponse.ok(Json.object().set("elements", Json.arrayOf(sessions)));
	}

	private EmulatedResponse create(EmulatedRequest request) {
		ObjectNode customer = customer(request);
		ObjectNode body = request.body();
		Validation.check("session is not valid", (violations) -> POST.check(body, "", violations));
		return EmulatedResponse.of(201, this.registry.attach(customer, body.path("value").stringValue()).document());
	}

	private EmulatedResponse read(EmulatedRequest request) {
		return EmulatedResponse.ok(session(request).document());
	}

	private EmulatedResponse delete(EmulatedRequest request) {
		this.store.remove(session(request).id());
		return EmulatedResponse.empty(200);
	}

	private ObjectNode customer(EmulatedRequest request) {
		return this.customers.get(request.pathVariable("customer"));
	}

	private String customerId(EmulatedRequest request) {
		return customer(request).path("id").stringValue();
	}

	private StoredSession session(EmulatedRequest request) {
		String id = request.pathVariable("session");
		StoredSession session = this.store.find(customerId(request), id);
		if (session == null) {
			throw RequestRejectedException.notFound("session", id);
		}
		return session;
	}

}
