package io.contacthub.shop;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows customers.
 */
@RestController
class CustomerController {

	private final CustomerRepository customers;

	CustomerController(CustomerRepository customers) {
		this.customers = customers;
	}

	@GetMapping("/customers/{externalId}/email")
	String email(@PathVariable String externalId) {
		return this.customers.findByExternalId(externalId).orElseThrow().base().contacts().email();
	}

	@GetMapping("/visit")
	String visit(SessionId visitor) {
		return visitor.value();
	}

}
