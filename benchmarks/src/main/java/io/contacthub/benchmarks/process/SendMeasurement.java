package io.contacthub.benchmarks.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.StarterApplication;
import io.contacthub.event.Event;
import io.contacthub.event.EventRepository;
import io.contacthub.json.ContactHubJson;

/**
 * Measurement of how many events get to the server in a second. Its arguments are the
 * address of the server, that of the database in which events wait for the publisher, or
 * {@value #NOBODY} if there is no publisher, the number of threads that send, and the
 * number of events.
 */
final class SendMeasurement implements Measurement {

	/** Stands for threads that wait for each event. */
	static final String NOBODY = "nobody";

	/** How many events a transaction has that hands them over. */
	private static final int SIZE = 100;

	@Override
	public Map<String, Double> run(List<String> arguments) throws Exception {
		String url = arguments.get(1);
		int threads = Integer.parseInt(arguments.get(2));
		int events = Integer.parseInt(arguments.get(3));
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		try (StarterApplication client = new StarterApplication(arguments.get(0),
				Map.of("events.publisher.capacity", events, "events.publisher.concurrency", threads))) {
			Event event = ContactHubJson.mapper().readValue(Documents.event(), Event.class);
			if (url.equals(NOBODY)) {
				return measure(events, () -> add(pool, client.events(), threads, events, event));
			}
			try (MeasuredPublisher publisher = MeasuredPublisher.create(client, url, threads)) {
				return measure(events, () -> publish(publisher, events, event));
			}
		}
		finally {
			pool.shutdownNow();
		}
	}

	private static Map<String, Double> measure(int events, Action action) throws Exception {
		action.run();
		Usage usage = new Usage();
		action.run();
		return Map.of("rate", events / usage.milliseconds() * 1000, "processor",
				usage.processorMilliseconds() * 1000 / events);
	}

	private static void publish(MeasuredPublisher publisher, int events, Event event) {
		for (int left = events; left > 0; left -= SIZE) {
			publisher.publish(event, Math.min(left, SIZE));
		}
		publisher.flush();
	}

	private static void add(ExecutorService pool, EventRepository repository, int threads, int events, Event event)
			throws Exception {
		AtomicInteger left = new AtomicInteger(events);
		List<Future<?>> tasks = new ArrayList<>();
		for (int thread = 0; thread < threads; thread++) {
			tasks.add(pool.submit(() -> {
				while (left.getAndDecrement() > 0) {
					repository.add(event);
				}
			}));
		}
		for (Future<?> task : tasks) {
			task.get();
		}
	}

	/**
	 * What is measured.
	 */
	private interface Action {

		void run() throws Exception;

	}

}
