package com.example.security;

import java.security.Principal;
import java.util.function.Function;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import static io.contacthub.customer.CustomerFields.BASE;

// tag::controller[]
/** Shows and changes the customer who has logged in. */
@RestController
class ProfileController {

	private final CustomerRepository customers;

	private final Function<Principal, String> accounts;

	ProfileController(CustomerRepository customers, Function<Principal, String> accounts) {
		this.customers = customers;
		this.accounts = accounts;
	}

	@GetMapping("/profile")
	Profile show(Principal principal) {
		// the id is that of the login
		return profile(this.customers.getById(this.accounts.apply(principal)));
	}

	@PostMapping("/profile")
	Profile change(Principal principal, @RequestBody Profile profile) {
		return profile(this.customers.patch(this.accounts.apply(principal),
				(patch) -> patch.setOrClear(BASE.FIRST_NAME, profile.firstName())
					.setOrClear(BASE.LAST_NAME, profile.lastName())));
	}

	private static Profile profile(Customer customer) {
		return new Profile(customer.base().firstName(), customer.base().lastName());
	}

	/** What a browser may see and set, and nothing else. */
	record Profile(String firstName, String lastName) {
	}

}
// end::controller[]
