package com.example.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkRun;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.CustomerWrite;
import io.contacthub.format.CsvFormat;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.DocumentWriter;
import io.contacthub.format.JsonLinesFormat;
import io.contacthub.format.RefusalWriter;
import io.contacthub.format.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;

/**
 * Imports of many customers.
 */
class BulkImport {

	private static final Logger log = LoggerFactory.getLogger(BulkImport.class);

	private final CustomerRepository customers;

	BulkImport(CustomerRepository customers) {
		this.customers = customers;
	}

	// tag::write[]
	void importAll(Stream<Customer> rows) {
		try (BulkRun<Customer> run = this.customers.bulk(CustomerWrite.upsert()).write(rows)) {
			run.onProgress(Duration.ofSeconds(5), (progress) -> log.info("{}", progress));
			run.stream()
				.filter(BulkOutcome::isProblem)
				.forEach((outcome) -> log.warn("row {}: {}", outcome.position(), outcome.reason()));
		}
	}
	// end::write[]

	// tag::csv[]
	void importOneByOne(Path file, Path refusedRows) throws IOException {
		CsvFormat<Customer> format = CsvFormat.of(Customer.class)
			.withColumn("E-Mail", BASE.CONTACTS.EMAIL)
			.withKey(EXTERNAL_ID);
		try (DocumentReader<Customer> rows = format.reader(file);
				RefusalWriter refused = rows.refusals(Files.newOutputStream(refusedRows))) {
			while (rows.hasNext()) {
				Row<Customer> row = rows.next();
				if (row.isRefused()) {
					// column 'base.dob': '03/02/1980' is no date: write year-month-day,
					// such as 1980-02-03; the line is row.line()
					refused.write(row, row.refusal());
				}
				else {
					this.customers.upsert(row.value());
				}
			}
		}
	}
	// end::csv[]

	// tag::rows[]
	void importRows(DocumentReader<Customer> rows, RefusalWriter refused) throws IOException {
		try (BulkRun<Row<Customer>> run = this.customers.bulk(CustomerWrite.upsert())
			.<Row<Customer>>from(Row::value)
			.write(rows)) {
			for (BulkOutcome<Row<Customer>> outcome : run) {
				if (outcome.isProblem()) {
					refused.write(outcome.item(), outcome.reason());
				}
			}
		}
	}
	// end::rows[]

	// tag::export[]
	void export(Path file) throws IOException { // such as customers.jsonl.gz
		try (DocumentWriter<Customer> writer = JsonLinesFormat.of(Customer.class).writer(file);
				Stream<Customer> all = this.customers.stream()) {
			for (Customer customer : (Iterable<Customer>) all::iterator) {
				writer.write(customer);
			}
		}
	}
	// end::export[]

}
