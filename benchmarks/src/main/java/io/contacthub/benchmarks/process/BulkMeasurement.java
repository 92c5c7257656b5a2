package io.contacthub.benchmarks.process;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.StarterApplication;
import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkProgress;
import io.contacthub.bulk.BulkRun;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerWrite;
import io.contacthub.json.ContactHubJson;

/**
 * Measurement of how many customers are stored in a second by the writer of many. Its
 * arguments are the address of the server, how many are written at the same time, the
 * order of the outcomes, and for how many milliseconds it is measured, after as many with
 * many at the same time for warming up.
 */
final class BulkMeasurement implements Measurement {

	private static final int WARM = 32;

	/** As many as are never on their way at the same time. */
	private static final int DIFFERENT = 1000;

	@Override
	public Map<String, Double> run(List<String> arguments) {
		BulkSettings settings = BulkSettings.defaults()
			.withConcurrency(Integer.parseInt(arguments.get(1)))
			.withOrder(BulkSettings.Order.valueOf(arguments.get(2)));
		long milliseconds = Long.parseLong(arguments.get(3));
		List<Customer> customers = IntStream.range(0, DIFFERENT)
			.mapToObj((number) -> ContactHubJson.mapper().readValue(Documents.customer(number), Customer.class))
			.toList();
		try (StarterApplication client = new StarterApplication(arguments.get(0), Map.of())) {
			store(client.customers().bulk(CustomerWrite.upsert(), settings.withConcurrency(WARM)), customers,
					milliseconds);
			BulkWriter<Customer> writer = client.customers().bulk(CustomerWrite.upsert(), settings);
			Usage usage = new Usage();
			long stored = store(writer, customers, milliseconds);
			return Map.of("rate", stored / usage.milliseconds() * 1000, "processor",
					usage.processorMilliseconds() * 1000 / stored);
		}
	}

	private static long store(BulkWriter<Customer> writer, List<Customer> customers, long milliseconds) {
		long end = System.nanoTime() + milliseconds * 1_000_000;
		Stream<Customer> endless = Stream.iterate(0, (number) -> (number + 1) % DIFFERENT).map(customers::get);
		try (BulkRun<Customer> run = writer.write(endless.takeWhile((customer) -> System.nanoTime() < end))) {
			BulkProgress progress = run.complete();
			if (progress.count(BulkOutcome.Kind.CREATED) != progress.taken()) {
				throw new IllegalStateException("Customers were not stored: " + progress);
			}
			return progress.done();
		}
	}

}
