package com.example.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;

import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkRun;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkStoppedException;
import io.contacthub.client.PauseSettings;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.CustomerWrite;
import io.contacthub.error.ContactHubFailure;
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
			// its place, kind and id: nothing personal
			run.stream().filter(BulkOutcome::isProblem).forEach((outcome) -> log.warn("{}", outcome));
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

	// tag::upload[]
	private static final BulkSettings WITHIN_A_REQUEST = BulkSettings.defaults()
		.withPatience(Duration.ofSeconds(3))
		.withPause(PauseSettings.defaults()
			.withInitialInterval(Duration.ofMillis(250))
			.withMaxInterval(Duration.ofSeconds(1)));

	void importRows(DocumentReader<Customer> rows, RefusalWriter refused, RefusalWriter unclear) throws IOException {
		try (BulkRun<Row<Customer>> run = this.customers.bulk(CustomerWrite.upsert(), WITHIN_A_REQUEST)
			.<Row<Customer>>from(Row::value)
			.write(rows)) {
			for (BulkOutcome<Row<Customer>> outcome : run) {
				switch (outcome.kind()) {
					case REFUSED -> refused.write(outcome.item(), outcome.reason());
					case FAILED -> unclear.write(outcome.item(), "may be stored: " + outcome.reason());
					case NOT_DONE -> refused.write(outcome.item(), "not done");
					default -> {
					}
				}
			}
		}
		catch (BulkStoppedException ex) { // behind the outcomes of all that was taken
			log.warn("The import was stopped: {}", ContactHubFailure.summary(ex));
		}
		while (rows.hasNext()) { // what was not taken has no outcome
			refused.write(rows.next(), "not done");
		}
	}
	// end::upload[]

	// tag::export[]
	void export(Path file) throws IOException { // such as customers.jsonl.gz
		Path begun = file.resolveSibling("begun-" + file.getFileName());
		try (DocumentWriter<Customer> writer = JsonLinesFormat.of(Customer.class).writer(begun);
				Stream<Customer> all = this.customers.stream()) {
			for (Customer customer : (Iterable<Customer>) all::iterator) {
				writer.write(customer);
			}
		}
		// only when all are in it
		Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
	}
	// end::export[]

}
