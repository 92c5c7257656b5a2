package io.contacthub.benchmarks.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.StarterApplication;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.json.ContactHubJson;

/**
 * Measurement of how many customers are stored in a second by threads that do nothing
 * else. Its arguments are the address of the server, the number of threads, and for how
 * many milliseconds it is measured, after as many with many threads for warming up.
 */
final class UpsertMeasurement implements Measurement {

	private static final int WARM = 32;

	@Override
	public Map<String, Double> run(List<String> arguments) throws Exception {
		int threads = Integer.parseInt(arguments.get(1));
		long milliseconds = Long.parseLong(arguments.get(2));
		ExecutorService pool = Executors.newFixedThreadPool(Math.max(threads, WARM));
		try (StarterApplication client = new StarterApplication(arguments.get(0), Map.of())) {
			CustomerRepository customers = client.customers();
			Customer customer = ContactHubJson.mapper().readValue(Documents.customer(0), Customer.class);
			store(pool, WARM, customers, customer, milliseconds);
			Usage usage = new Usage();
			long stored = store(pool, threads, customers, customer, milliseconds);
			return Map.of("rate", stored / usage.milliseconds() * 1000, "processor",
					usage.processorMilliseconds() * 1000 / stored);
		}
		finally {
			pool.shutdownNow();
		}
	}

	private static long store(ExecutorService pool, int threads, CustomerRepository customers, Customer customer,
			long milliseconds) throws Exception {
		AtomicLong stored = new AtomicLong();
		long end = System.nanoTime() + milliseconds * 1_000_000;
		List<Future<?>> tasks = new ArrayList<>();
		for (int thread = 0; thread < threads; thread++) {
			tasks.add(pool.submit(() -> {
				while (System.nanoTime() < end) {
					customers.upsert(customer);
					stored.incrementAndGet();
				}
			}));
		}
		for (Future<?> task : tasks) {
			task.get();
		}
		return stored.get();
	}

}
