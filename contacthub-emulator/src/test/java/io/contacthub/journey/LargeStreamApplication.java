package io.contacthub.journey;

import java.util.stream.Stream;

import io.contacthub.Workspace;
import io.contacthub.customer.Customer;

/**
 * The application with the small heap; it ends with 0 when all customers came in their
 * order.
 */
public final class LargeStreamApplication {

	private LargeStreamApplication() {
	}

	public static void main(String[] args) {
		long[] expected = new long[1];
		try (Stream<Customer> stream = Workspace.builder()
			.id("w")
			.token("t")
			.baseUrl(args[0])
			.build()
			.node("n")
			.customers()
			.stream()) {
			stream.forEach((customer) -> {
				if (!String.valueOf(expected[0]++).equals(customer.id())) {
					throw new IllegalStateException("out of order: " + customer.id());
				}
			});
		}
		System.exit((expected[0] == LargeStreamTests.CUSTOMERS) ? 0 : 1);
	}

}
