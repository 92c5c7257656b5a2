package io.contacthub.samples.desk.move;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.client.PauseSettings;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.format.Row;

import org.springframework.stereotype.Component;

/**
 * What writes the rows of files. All imports share it, so that they pause together while
 * ContactHub asks for patience.
 */
@Component
class ImportWriters {

	private final Map<ImportMode, BulkWriter<Row<Customer>>> writers = new EnumMap<>(ImportMode.class);

	ImportWriters(CustomerRepository customers, ImportProperties properties) {
		BulkSettings settings = BulkSettings.defaults()
			.withConcurrency(properties.concurrency())
			.withPatience(properties.patience())
			.withPause(PauseSettings.defaults().withMaxInterval(Duration.ofSeconds(10)));
		for (ImportMode mode : ImportMode.values()) {
			// a row that is no customer refuses itself, with its reason
			this.writers.put(mode, customers.bulk(mode.write(), settings).from(Row::value));
		}
	}

	BulkWriter<Row<Customer>> of(ImportMode mode) {
		BulkWriter<Row<Customer>> writer = this.writers.get(mode);
		if (writer == null) {
			throw new IllegalArgumentException("There is no writer for " + mode);
		}
		return writer;
	}

}
