package com.example.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkRun;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.CustomerWrite;
import io.contacthub.format.DocumentFormat;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.RefusalWriter;
import io.contacthub.format.Row;
import io.contacthub.format.RowPosition;
import org.jspecify.annotations.Nullable;

/**
 * Import of a file, which goes on where it was.
 */
class ResumedImport {

	private final CustomerRepository customers;

	private final BulkSettings settings;

	private final Bookmark bookmark;

	ResumedImport(CustomerRepository customers, BulkSettings settings, Bookmark bookmark) {
		this.customers = customers;
		this.settings = settings;
		this.bookmark = bookmark;
	}

	// tag::resume[]
	/** Begins, or goes on: to be called until it returns true, that all rows are done. */
	boolean goOn(Path file, Path refusedRows, Path unclearRows) throws IOException {
		try (DocumentReader<Customer> rows = DocumentFormat.of(file, Customer.class).reader(file);
				RefusalWriter refused = appending(rows, refusedRows);
				RefusalWriter unclear = appending(rows, unclearRows)) {
			String position = this.bookmark.load();
			if (position != null) {
				rows.resume(RowPosition.parse(position));
			}
			boolean stopped = false;
			try (BulkRun<Row<Customer>> run = this.customers.bulk(CustomerWrite.upsert(), this.settings)
				.<Row<Customer>>from(Row::value)
				.write(rows)) {
				for (BulkOutcome<Row<Customer>> outcome : run) {
					stopped |= outcome.kind() == BulkOutcome.Kind.NOT_DONE;
					if (!stopped) { // from the first one that is not done, all come again
						record(outcome, refused, unclear);
						this.bookmark.save(outcome.item().position().toText());
					}
				}
			}
			return !stopped && !rows.hasNext();
		}
	}

	private static void record(BulkOutcome<Row<Customer>> outcome, RefusalWriter refused, RefusalWriter unclear)
			throws IOException {
		if (outcome.kind() == BulkOutcome.Kind.REFUSED) {
			refused.write(outcome.item(), outcome.reason());
			refused.flush(); // before the place is saved
		}
		else if (outcome.kind() == BulkOutcome.Kind.FAILED) {
			unclear.write(outcome.item(), "may be stored: " + outcome.reason());
			unclear.flush();
		}
	}

	private static RefusalWriter appending(DocumentReader<Customer> rows, Path file) throws IOException {
		// then it has its header
		boolean append = Files.exists(file) && Files.size(file) > 0;
		return rows.refusals(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), append);
	}
	// end::resume[]

	/**
	 * Where the import is.
	 */
	interface Bookmark {

		@Nullable String load();

		void save(String position);

	}

}
