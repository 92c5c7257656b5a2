package com.example.bulk;

import java.time.Duration;

import io.contacthub.bulk.BulkRead;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Export of all customers, which goes on where it was.
 */
abstract class CustomerExport {

	private static final Logger log = LoggerFactory.getLogger(CustomerExport.class);

	private final CustomerRepository customers;

	private final Bookmarks bookmarks;

	CustomerExport(CustomerRepository customers, Bookmarks bookmarks) {
		this.customers = customers;
		this.bookmarks = bookmarks;
	}

	// tag::export[]
	void export(@Nullable String position) {
		// null: all fields; a projection would leave some out
		try (BulkRead<Customer> read = this.customers.read(Query.all(), null, position)) {
			// 1200 of 5000, 310/s, 12 s left
			read.onProgress(Duration.ofSeconds(5), (progress) -> log.info("{}", progress));
			for (Customer customer : read) {
				write(customer);
				// to go on from, also in another process
				this.bookmarks.save(read.position().orElseThrow());
			}
		}
	}
	// end::export[]

	abstract void write(Customer customer);

	/**
	 * Places to go on from.
	 */
	interface Bookmarks {

		void save(String position);

	}

}
