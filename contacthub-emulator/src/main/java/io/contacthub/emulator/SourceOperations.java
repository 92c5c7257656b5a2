package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for the sources of a customer. The emulator has one source, to
 * which the token belongs, so the profile of the source is all that is known of a
 * customer.
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
		return EmulatedResponse.ok(Json.object().set("elements", Json.arrayOf(List.of(profile(request)))));
	}

	private EmulatedResponse read(EmulatedRequest request) {
		ObjectNode profile = profile(request);
		String id = request.pathVariable("source");
		if (!id.equals(EmulatorSettings.SOURCE_ID)) {
			throw RequestRejectedException.notFound("source", id);
		}
		return EmulatedResponse.ok(profile);
	}

	private ObjectNode profile(EmulatedRequest request) {
		ObjectNode profile = CustomerDocument.full(this.customers.get(request.pathVariable("customer")));
		profile.remove("sourceInfo");
		return profile.put("id", EmulatorSettings.SOURCE_ID);
	}

}
