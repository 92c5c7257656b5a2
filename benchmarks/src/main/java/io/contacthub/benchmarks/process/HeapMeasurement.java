package io.contacthub.benchmarks.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.contacthub.benchmarks.StarterApplication;
import io.contacthub.customer.Customer;

/**
 * Measurement of the heap while many customers are streamed. Its arguments are the
 * address of the server, how many pages are read ahead, and how many customers there are.
 */
final class HeapMeasurement implements Measurement {

	/** The parts of the stream, in percent, after which the heap is looked at. */
	static final List<Integer> MARKS = List.of(10, 50, 100);

	@Override
	public Map<String, Double> run(List<String> arguments) {
		long customers = Long.parseLong(arguments.get(2));
		Map<String, Double> used = new LinkedHashMap<>();
		AtomicLong seen = new AtomicLong();
		Usage usage = new Usage();
		try (StarterApplication client = new StarterApplication(arguments.get(0),
				Map.of("stream.prefetch", arguments.get(1))); Stream<Customer> all = client.customers().stream()) {
			all.forEach((customer) -> {
				long number = seen.incrementAndGet();
				for (int mark : MARKS) {
					if (number == customers * mark / 100) {
						used.put(String.valueOf(mark), usedMegabytes());
					}
				}
			});
		}
		if (seen.get() != customers) {
			throw new IllegalStateException("Only " + seen + " of " + customers + " customers were seen");
		}
		used.put("rate", customers / usage.milliseconds() * 1000);
		return used;
	}

	private static double usedMegabytes() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return (runtime.totalMemory() - runtime.freeMemory()) / 1024.0 / 1024.0;
	}

}
