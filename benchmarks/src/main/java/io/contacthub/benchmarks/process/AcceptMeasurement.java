package io.contacthub.benchmarks.process;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.sun.management.ThreadMXBean;
import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.StarterApplication;
import io.contacthub.event.Event;
import io.contacthub.json.ContactHubJson;

/**
 * Measurement of what it costs to hand events over to the publisher, which has room for
 * all of them, while it sends them. Its arguments are the address of the server, that of
 * the database in which the events wait, the number of threads that hand them over, the
 * number of events, and how many of them a transaction has.
 */
final class AcceptMeasurement implements Measurement {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final int CONCURRENCY = 4;

	@Override
	public Map<String, Double> run(List<String> arguments) throws Exception {
		String url = arguments.get(1);
		int threads = Integer.parseInt(arguments.get(2));
		int events = Integer.parseInt(arguments.get(3));
		int size = Integer.parseInt(arguments.get(4));
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		try (StarterApplication client = new StarterApplication(arguments.get(0),
				Map.of("events.publisher.capacity", events, "events.publisher.overflow", "reject"));
				MeasuredPublisher publisher = MeasuredPublisher.create(client, url, CONCURRENCY)) {
			Event event = ContactHubJson.mapper().readValue(Documents.event(), Event.class);
			accept(pool, threads, events, () -> publisher.publish(event, size), size);
			publisher.flush();
			Map<String, Double> found = accept(pool, threads, events, () -> publisher.publish(event, size), size);
			publisher.flush();
			return found;
		}
		finally {
			pool.shutdownNow();
		}
	}

	private static Map<String, Double> accept(ExecutorService pool, int threads, int events, Runnable publish, int size)
			throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		List<Future<long[]>> tasks = new ArrayList<>();
		for (int thread = 0; thread < threads; thread++) {
			tasks.add(pool.submit(task(start, events / threads / size, publish)));
		}
		Usage usage = new Usage();
		start.countDown();
		long longest = 0;
		long allocated = 0;
		long processor = 0;
		for (Future<long[]> task : tasks) {
			longest = Math.max(longest, task.get()[0]);
			allocated += task.get()[1];
			processor += task.get()[2];
		}
		double time = usage.milliseconds();
		return Map.of("rate", events / time * 1000, "longest", longest / 1e6, "allocated", (double) allocated / events,
				"processor", processor / 1e3 / events);
	}

	private static Callable<long[]> task(CountDownLatch start, int times, Runnable publish) {
		return () -> {
			start.await();
			long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
			long processor = THREADS.getCurrentThreadCpuTime();
			long longest = 0;
			long before = System.nanoTime();
			for (int time = 0; time < times; time++) {
				publish.run();
				long now = System.nanoTime();
				longest = Math.max(longest, now - before);
				before = now;
			}
			return new long[] { longest, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated,
					THREADS.getCurrentThreadCpuTime() - processor };
		};
	}

}
