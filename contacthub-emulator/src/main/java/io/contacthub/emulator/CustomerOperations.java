package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for customers.
 */
final class CustomerOperations implements EmulatedResource {

	private final ConfigurationStore configuration;

	private final CustomerStore store;

	private final CustomerRegistry registry;

	private final SessionRegistry sessions;

	private final QueryReader queries;

	private final CustomerFinder finder;

	CustomerOperations(ConfigurationStore configuration, CustomerStore store, CustomerRegistry registry,
			SessionRegistry sessions, QueryReader queries, CustomerFinder finder) {
		this.configuration = configuration;
		this.store = store;
		this.registry = registry;
		this.sessions = sessions;
		this.queries = queries;
		this.finder = finder;
	}

	@Override
	public List<Route> routes() {
		String customers = "customers";
		String customer = customers + "/{customer}";
		return List.of(
				Route.inWorkspace("GET", customers, this::list)
					.permitting(TokenKind.USER, TokenKind.GUEST, TokenKind.TRUSTED, TokenKind.UNTRUSTED),
				Route.inWorkspace("POST", customers, this::create)
					.permitting(TokenKind.USER, TokenKind.TRUSTED, TokenKind.UNTRUSTED),
				Route.inWorkspace("GET", customer, this::read)
					.permitting(TokenKind.USER, TokenKind.GUEST, TokenKind.TRUSTED),
				Route.inWorkspace("PATCH", customer, this::change)
					.permitting(TokenKind.USER, TokenKind.TRUSTED, TokenKind.UNTRUSTED),
				Route.inWorkspace("PUT", customer, this::replace)
					.permitting(TokenKind.USER, TokenKind.TRUSTED, TokenKind.UNTRUSTED),
				Route.inWorkspace("DELETE", customer, this::delete).permitting(TokenKind.USER, TokenKind.TRUSTED));
	}

	@Override
	public void catchUp() {
		this.store.catchUp();
	}

	@Override
	public void clear() {
		this.store.clear();
		this.finder.clear();
	}

	private EmulatedResponse list(EmulatedRequest request) {
		CustomerList list = CustomerList.of(request, this.configuration.rules(),
				this.configuration.settings().guesses());
		String externalId = request.parameter("externalId");
		String query = request.parameter("query");
		QueryFilter filter = (query != null) ? this.queries.read(query) : QueryFilter.ANY;
		SortOrder order = list.paging().order();
		if (externalId != null) {
			return list
				.response(order.sort(CustomerFinder.matching(this.store.listed(list.nodeId(), externalId), filter)));
		}
		return list.response(this.finder.find(list.nodeId(), filter, order));
	}

	private EmulatedResponse create(EmulatedRequest request) {
		ObjectNode customer = this.registry.create(request.body(), request.author());
		return changed(201, customer, request);
	}

	private EmulatedResponse read(EmulatedRequest request) {
		return EmulatedResponse.ok(CustomerDocument.full(this.store.get(request.pathVariable("customer"))));
	}

	private EmulatedResponse change(EmulatedRequest request) {
		ObjectNode customer = this.registry.patch(request.pathVariable("customer"), request.body(), request.author());
		return changed(200, customer, request);
	}

	private EmulatedResponse replace(EmulatedRequest request) {
		ObjectNode customer = this.registry.replace(request.pathVariable("customer"), request.body(), request.author());
		return changed(200, customer, request);
	}

	private EmulatedResponse changed(int status, ObjectNode customer, EmulatedRequest request) {
		String session = request.parameter("sessionId");
		if (session != null) {
			this.sessions.attach(customer.path("id").stringValue(), session);
		}
		return EmulatedResponse.of(status, CustomerDocument.full(customer));
	}

	private EmulatedResponse delete(EmulatedRequest request) {
		this.registry.remove(request.pathVariable("customer"), this.sessions::forget);
		return EmulatedResponse.empty(200);
	}

}
