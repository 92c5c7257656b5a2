package io.contacthub.benchmarks.process;

import java.time.Duration;
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
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import io.contacthub.json.ContactHubJson;

/**
 * Measurement of how many events get to the server in a second. Its arguments are the
 * address of the server, whether the publisher sends them, the number of threads that
 * send, and the number of events.
 */
final class SendMeasurement implements Measurement {

	@Override
	public Map<String, Double> run(List<String> arguments) throws Exception {
		boolean published = Boolean.parseBoolean(arguments.get(1));
		int threads = Integer.parseInt(arguments.get(2));
		int events = Integer.parseInt(arguments.get(3));
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		try (StarterApplication client = new StarterApplication(arguments.get(0),
				Map.of("events.publisher.capacity", events, "events.publisher.concurrency", threads))) {
			Event event = ContactHubJson.mapper().readValue(Documents.event(), Event.class);
			Action action = published ? () -> publish(client.publisher(), events, event)
					: () -> add(pool, client.events(), threads, events, event);
			action.run();
			Usage usage = new Usage();
			action.run();
			return Map.of("rate", events / usage.milliseconds() * 1000, "processor",
					usage.processorMilliseconds() * 1000 / events);
		}
		finally {
			pool.shutdownNow();
		}
	}

	private static void publish(EventPublisher publisher, int events, Event event) {
		for (int number = 0; number < events; number++) {
			publisher.publish(event);
		}
		if (!publisher.flush(Duration.ofMinutes(5)) || publisher.failed() + publisher.dropped() > 0) {
			throw new IllegalStateException("Events were not sent");
		}
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
