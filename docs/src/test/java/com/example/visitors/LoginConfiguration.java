package com.example.visitors;

// tag::resolver[]
import io.contacthub.autoconfigure.web.SessionCustomerResolver;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells ContactHub who has logged in. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

	@Bean
	SessionCustomerResolver sessionCustomerResolver(Accounts accounts) {
		// null for who is none
		return (principal) -> accounts.findByName(principal.getName()).customerId();
	}

}
// end::resolver[]
