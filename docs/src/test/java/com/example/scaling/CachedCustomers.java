package com.example.scaling;

// tag::cache[]
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;

import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.CachePut;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;

import static io.contacthub.customer.CustomerFields.BASE;

/** Customers in a cache that all instances share, by their ids. */
@Service
public class CachedCustomers {

	private final CustomerRepository customers;

	CachedCustomers(CustomerRepository customers) {
		this.customers = customers;
	}

	@Cacheable("customers")
	public Customer get(String id) {
		return this.customers.getById(id);
	}

	@CachePut(cacheNames = "customers", key = "#id")
	public Customer rename(String id, String firstName) {
		// what ContactHub has stored
		return this.customers.patch(id, (patch) -> patch.set(BASE.FIRST_NAME, firstName));
	}

	@CacheEvict("customers")
	public void delete(String id) {
		this.customers.deleteById(id);
	}

}
// end::cache[]
