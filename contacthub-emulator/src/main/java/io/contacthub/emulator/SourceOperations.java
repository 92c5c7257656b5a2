package io.contacthub.emulator;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for the sources of a customer: the one that registered it and
 * the one that changed it last. The emulator does not keep apart what each has said, so
 * the profile of a source is all that is known of the customer.
 */
final class SourceOperations implements EmulatedResource {

	private final CustomerStore customers;

	SourceOperations(CustomerStore customers) {
		this.customers = customers;
	}

	@Override
	public List<Route> routes() {
		String sources = "customers/{customer}/sources";
		return List.of(Route.inWorkspace("GET", sources, this::list).permitting(TokenKind.USER, TokenKind.TRUSTED),
				Route.inWorkspace("GET", sources + "/{source}", this::read)
					.permitting(TokenKind.USER, TokenKind.TRUSTED));
	}

	private EmulatedResponse list(EmulatedRequest request) {
		return EmulatedResponse.ok(Json.object().set("elements", Json.arrayOf(profiles(request))));
	}

	private EmulatedResponse read(EmulatedRequest request) {
		String id = request.pathVariable("source");
		return profiles(request).stream()
			.filter((profile) -> id.equals(Json.text(profile, "id")))
			.findFirst()
			.map(EmulatedResponse::ok)
			.orElseThrow(() -> RequestRejectedException.notFound("source", id));
	}

	private List<ObjectNode> profiles(EmulatedRequest request) {
		ObjectNode customer = this.customers.get(request.pathVariable("customer"));
		return Stream.of("registeredBy", "updatedBy")
			.map((member) -> Objects.requireNonNullElse(Json.text(customer.path("sourceInfo"), member),
					EmulatorSettings.SOURCE_ID))
			.distinct()
			.map((source) -> profile(customer, source))
			.toList();
	}

	private static ObjectNode profile(ObjectNode customer, String sourceId) {
		ObjectNode profile = CustomerDocument.full(customer);
		profile.remove("sourceInfo");
		return profile.put("id", sourceId);
	}

}
