package io.contacthub.emulator;

import java.util.List;
import java.util.function.Predicate;

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

	CustomerOperations(ConfigurationStore configuration, CustomerStore store, CustomerRegistry registry,
			SessionRegistry sessions, QueryReader queries) {
		this.configuration = configuration;
		this.store = store;
		this.registry = registry;
		this.sessions = sessions;
		this.queries = queries;
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
	}

	private EmulatedResponse list(EmulatedRequest request) {
		CustomerList list = CustomerList.of(request, this.configuration.rules(),
				this.configuration.settings().guesses());
		String externalId = request.parameter("externalId");
		List<StoredCustomer> customers = (externalId != null) ? this.store.listed(list.nodeId(), externalId)
				: this.store.listed(list.nodeId());
		String query = request.parameter("query");
		if (query != null) {
			Predicate<ObjectNode> filter = this.queries.read(query);
			customers = customers.stream().filter((customer) -> filter.test(customer.document())).toList();
		}
		return list.response(customers);
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
