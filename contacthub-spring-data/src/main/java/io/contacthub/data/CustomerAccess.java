package io.contacthub.data;

import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * The customers of a node.
 */
final class CustomerAccess extends EntityAccess<Customer, Query> {

	private final CustomerRepository customers;

	CustomerAccess(CustomerRepository customers) {
		this.customers = customers;
	}

	@Override
	Class<Customer> type() {
		return Customer.class;
	}

	@Override
	@Nullable String id(Customer entity) {
		return entity.id();
	}

	@Override
	Optional<Customer> findById(String id) {
		return this.customers.findById(id);
	}

	@Override
	Customer save(Customer entity) {
		return this.customers.save(entity);
	}

	@Override
	void deleteById(String id) {
		this.customers.deleteById(id);
	}

	@Override
	Query all() {
		return Query.all();
	}

	@Override
	Page<Customer> page(Query query, Pageable pageable, @Nullable Projection projection) {
		return this.customers.findAll(query, pageable, projection);
	}

	@Override
	Stream<Customer> stream(Query query, Sort sort, @Nullable Projection projection) {
		return this.customers.stream(query, sort, projection);
	}

	@Override
	Stream<Customer> walk(Query query) {
		return this.customers.walk(query);
	}

	@Override
	long count(Query query) {
		return this.customers.count(query);
	}

	@Override
	BoundQuery<Query> derived(ContactHubQueryMethod method, PartTree tree) {
		return new DerivedCustomerQuery(method, tree);
	}

	@Override
	BoundQuery<Query> declared(ContactHubQueryMethod method, String json) {
		return new DeclaredQuery(method, json);
	}

}
