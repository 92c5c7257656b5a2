package io.contacthub.benchmarks.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.StarterApplication;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/**
 * Measurement of how long it takes to see many customers. Its arguments are the address
 * of the server, how many pages are read ahead, less than none for a loop over the pages,
 * and how many customers are seen, after five times as many for warming up.
 */
final class StreamMeasurement implements Measurement {

	@Override
	public Map<String, Double> run(List<String> arguments) {
		int prefetch = Integer.parseInt(arguments.get(1));
		long customers = Long.parseLong(arguments.get(2));
		try (StarterApplication warm = new StarterApplication(arguments.get(0), Map.of("stream.prefetch", 16));
				StarterApplication client = new StarterApplication(arguments.get(0),
						Map.of("stream.prefetch", Math.max(prefetch, 0)))) {
			see(warm.customers(), 16, customers * 5);
			see(client.customers(), prefetch, customers / 10);
			Usage usage = new Usage();
			long pages = see(client.customers(), prefetch, customers) / Documents.PAGE_SIZE;
			return Map.of("time", usage.milliseconds() / pages, "processor", usage.processorMilliseconds() / pages);
		}
	}

	private static long see(CustomerRepository repository, int prefetch, long customers) {
		long seen = 0;
		if (prefetch < 0) {
			Pageable next = PageRequest.of(0, Documents.PAGE_SIZE);
			while (next.isPaged() && seen < customers) {
				Page<Customer> page = repository.findAll(next);
				seen += page.stream().filter((customer) -> customer.id() != null).count();
				next = page.nextPageable();
			}
		}
		else {
			try (Stream<Customer> all = repository.stream()) {
				seen = all.limit(customers).filter((customer) -> customer.id() != null).count();
			}
		}
		if (seen < customers) {
			throw new IllegalStateException("Only " + seen + " of " + customers + " customers were seen");
		}
		return seen;
	}

}
