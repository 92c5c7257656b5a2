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

	private Answer list(Call call, List<String> ids) {
		return Answer.ok(Json.object().set("elements", Json.arrayOf(List.of(profile(ids.get(0))))));
	}

	private Answer read(Call call, List<String> ids) {
		ObjectNode profile = profile(ids.get(0));
		if (!ids.get(1).equals(EmulatorSettings.SOURCE_ID)) {
			throw Rejection.notFound("source", ids.get(1));
		}
		return Answer.ok(profile);
	}

	private ObjectNode profile(String customerId) {
		ObjectNode profile = CustomerDocument.full(this.customers.get(customerId));
		profile.remove("sourceInfo");
		return profile.put("id", EmulatorSettings.SOURCE_ID);
	}

}
