package io.contacthub.emulator;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A list of customers as a request asks for it.
 *
 * @param nodeId the node whose customers are listed
 * @param paging the part of the list
 * @param fields paths of the members to fill, empty for all
 */
record CustomerList(String nodeId, Paging paging, List<String> fields) {

	/**
	 * Read what a request asks for.
	 * @param rules the rules of the workspace, which know its nodes
	 */
	static CustomerList of(EmulatedRequest request, WorkspaceRules rules, Guesses guesses) {
		String nodeId = required(request, "nodeId");
		rules.requireNode(nodeId);
		return new CustomerList(nodeId, Paging.of(request, guesses), fields(request.parameter("fields")));
	}

	/**
	 * Return a parameter without which a request is rejected.
	 */
	static String required(EmulatedRequest request, String name) {
		String value = request.parameter(name);
		if (value == null) {
			throw RequestRejectedException.badRequest("Required String parameter '" + name + "' is not present");
		}
		return value;
	}

	private static List<String> fields(@Nullable String parameter) {
		if (parameter == null) {
			return List.of();
		}
		return Stream.of(parameter.split(",")).map(String::strip).filter((field) -> !field.isEmpty()).toList();
	}

	/**
	 * Answer with the part of all customers that is asked for.
	 * @param customers the customers in the order that is asked for
	 */
	EmulatedResponse response(List<StoredCustomer> customers) {
		return EmulatedResponse.ok(this.paging.sortedEnvelope(customers, (customer) -> this.fields.isEmpty()
				? CustomerDocument.full(customer) : CustomerDocument.selected(customer, this.fields)));
	}

}
