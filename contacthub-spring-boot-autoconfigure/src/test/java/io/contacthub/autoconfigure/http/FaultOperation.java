package io.contacthub.autoconfigure.http;

import java.util.function.Function;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The operations of the fault suite, one for each method of HTTP and one for a list.
 */
enum FaultOperation {

	FIND_BY_ID("findById", "GET /customers/{id}", (customers) -> customers.findById("c1").orElse(null)),

	FIND_ALL("findAll", "GET /customers", (customers) -> {
		Page<Customer> page = customers.findAll(PageRequest.of(0, 50));
		assertThat(page.getTotalElements()).isEqualTo(1);
		return page.getContent().get(0);
	}),

	INSERT("insert", "POST /customers", (customers) -> customers.insert(Customer.builder().extra("x").build())),

	REPLACE("replace", "PUT /customers/{id}",
			(customers) -> customers.replace(Customer.builder().id("c1").extra("x").build())),

	PATCH("patch", "PATCH /customers/{id}", (customers) -> customers.patch("c1", (patch) -> patch.set("extra", "x"))),

	DELETE_BY_ID("deleteById", "DELETE /customers/{id}", (customers) -> {
		customers.deleteById("c1");
		return Customer.builder().id("c1").build();
	});

	private final String label;

	private final String path;

	private final Function<CustomerRepository, Customer> call;

	FaultOperation(String label, String path, Function<CustomerRepository, Customer> call) {
		this.label = label;
		this.path = path;
		this.call = call;
	}

	/**
	 * Its name in the table.
	 */
	String label() {
		return this.label;
	}

	/**
	 * Its name in exceptions.
	 */
	String path() {
		return this.path;
	}

	boolean isGet() {
		return this.path.startsWith("GET ");
	}

	/**
	 * Make the call.
	 * @return the customer, or {@code null} when there is none
	 */
	Customer call(CustomerRepository customers) {
		return this.call.apply(customers);
	}

}
