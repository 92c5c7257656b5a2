package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * The operations on the sources of a customer. The emulator has one source, to which the
 * token belongs, so the profile of the source is all that is known of a customer.
 */
final class SourceOperations {

	private final CustomerStore customers;

	SourceOperations(CustomerStore customers) {
		this.customers = customers;
	}

	List<Route> routes() {
		String sources = "workspaces/{workspace}/customers/{customer}/sources";
		return List.of(Route.of("GET", sources, this::list), Route.of("GET", sources + "/{source}", this::read));
	}

	private Answer list(Call call) {
		return Answer.ok(Json.object().set("elements", Json.arrayOf(List.of(profile(call)))));
	}

	private Answer read(Call call) {
		ObjectNode profile = profile(call);
		String id = call.pathVariable("source");
		if (!id.equals(EmulatorSettings.SOURCE_ID)) {
			throw Rejection.notFound("source", id);
		}
		return Answer.ok(profile);
	}

	private ObjectNode profile(Call call) {
		ObjectNode profile = CustomerDocument.full(this.customers.get(call.pathVariable("customer")));
		profile.remove("sourceInfo");
		return profile.put("id", EmulatorSettings.SOURCE_ID);
	}

}
