package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for the sessions of a customer.
 */
final class SessionOperations implements EmulatedResource {

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

	@Override
	public List<Route> routes() {
		String sessions = "customers/{customer}/sessions";
		String session = sessions + "/{session}";
		return List.of(Route.inWorkspace("GET", sessions, this::list).permitting(TokenKind.USER, TokenKind.TRUSTED),
				Route.inWorkspace("POST", sessions, this::create)
					.permitting(TokenKind.USER, TokenKind.TRUSTED, TokenKind.UNTRUSTED),
				Route.inWorkspace("GET", session, this::read).permitting(TokenKind.USER, TokenKind.TRUSTED),
				Route.inWorkspace("DELETE", session, this::delete).permitting(TokenKind.USER, TokenKind.TRUSTED));
	}

	@Override
	public void clear() {
		this.store.clear();
	}

	private EmulatedResponse list(EmulatedRequest request) {
		List<ObjectNode> sessions = this.store.of(customerId(request)).stream().map(StoredSession::document).toList();
		return EmulatedResponse.ok(Json.object().set("elements", Json.arrayOf(sessions)));
	}

	private EmulatedResponse create(EmulatedRequest request) {
		String customerId = customerId(request);
		ObjectNode body = request.body();
		Validation.check("session is not valid", (violations) -> POST.check(body, "", violations));
		StoredSession session = this.registry.attach(customerId, body.path("value").stringValue());
		if (session == null) {
			throw RequestRejectedException.notFound("customer", customerId);
		}
		return EmulatedResponse.of(201, session.document());
	}

	private EmulatedResponse read(EmulatedRequest request) {
		return EmulatedResponse.ok(this.registry.get(customerId(request), request.pathVariable("session")).document());
	}

	private EmulatedResponse delete(EmulatedRequest request) {
		this.registry.remove(customerId(request), request.pathVariable("session"));
		return EmulatedResponse.empty(200);
	}

	private String customerId(EmulatedRequest request) {
		return this.customers.get(request.pathVariable("customer")).path("id").stringValue();
	}

}
