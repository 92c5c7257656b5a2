package io.contacthub.customer;

import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The operations of the API on the sessions of a customer.
 */
@HttpExchange("/customers/{customerId}/sessions")
interface SessionApi {

	@GetExchange
	JsonNode list(@PathVariable String customerId);

	@PostExchange
	Session insert(@PathVariable String customerId, @RequestBody SessionId session);

	@GetExchange("/{id}")
	Session get(@PathVariable String customerId, @PathVariable String id);

	@DeleteExchange("/{id}")
	void delete(@PathVariable String customerId, @PathVariable String id);

}
