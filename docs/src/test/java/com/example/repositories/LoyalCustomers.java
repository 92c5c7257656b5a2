package com.example.repositories;

import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.data.ContactHubQuery;
import io.contacthub.data.ContactHubRepository;
import io.contacthub.data.ExtendedProperty;

import org.springframework.data.repository.query.Param;
import org.springframework.data.repository.query.parser.Part;

/**
 * Customers by what names of methods cannot say.
 */
interface LoyalCustomers extends ContactHubRepository<Customer> {

	// tag::extended[]
	List<Customer> findByEnabledTrue(
			@ExtendedProperty(value = "loyalty.points", is = Part.Type.GREATER_THAN_EQUAL) int points);
	// end::extended[]

	// tag::query[]
	@ContactHubQuery("""
			{"type": "atomic", "attribute": "extended.loyalty.level", "operator": "IN", "value": ":levels"}""")
	List<Customer> findByLevels(@Param("levels") List<String> levels);
	// end::query[]

}
