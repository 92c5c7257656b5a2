package io.contacthub.batch.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.contacthub.batch.Emulated;
import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills managers and workers, which are processes of their own, while they send an event
 * for each customer of an emulator.
 */
@DisplayName("A job on several machines")
class RemotePartitioningProcessTests {

	private static final Log logger = LogFactory.getLog(RemotePartitioningProcessTests.class);

	private static final int CUSTOMERS = 900;

	private static final int CHUNK = 20;

	private static final int KILLS = Integer.getInteger("test.kills", 8);

	@TempDir
	private static Path folder;

	private static Emulated emulated;

	private static final List<JobProcess> workers = new ArrayList<>();

	private final String run = UUID.randomUUID().toString();

	private final Map<String, Integer> before = new HashMap<>();

	private long sentBefore;

	@BeforeAll
	static void start() {
		Database.start();
		emulated = new Emulated((settings) -> settings);
		emulated.register(0, CUSTOMERS);
		emulated.emulator().switches(emulated.emulator().switches().withLatency(Duration.ofMillis(10)));
		workers.add(process("worker", "none"));
		workers.add(process("worker", "none"));
	}

	@AfterAll
	static void stop() {
		workers.forEach(JobProcess::close);
		if (emulated != null) {
			emulated.close();
		}
	}

	private static JobProcess process(String role, String run) {
		return JobProcess.start(folder, role,
				List.of("--spring.datasource.url=" + Database.url(), "--spring.datasource.username=postgres",
						"--contacthub.base-url=" + emulated.emulator().baseUrl(),
						"--contacthub.workspace-id=" + emulated.emulator().workspaceId(),
						"--contacthub.node-id=" + emulated.emulator().nodeId(),
						"--contacthub.token=" + emulated.emulator().token(), "--chunk=" + CHUNK, "--concurrency=4",
						"--logging.level.io.contacthub.batch=info", "--partitions=6", "--run=" + run,
						"--contacthub.batch.remote.workers=" + (role.equals("manager") ? 0 : 1)));
	}

	@BeforeEach
	void countBefore() {
		this.before.putAll(sent());
		this.sentBefore = total();
	}

	private static Map<String, Integer> sent() {
		Map<String, Integer> sent = new HashMap<>();
		try (Stream<Event> events = emulated.node().events().stream(EventFilter.ofNode())) {
			events.forEach((event) -> sent.merge(event.customerId(), 1, Integer::sum));
		}
		return sent;
	}

	private static long total() {
		return emulated.node().events().find(EventFilter.ofNode(), PageRequest.of(0, 1)).getTotalElements();
	}

	private JobProcess manager() {
		return process("manager", this.run);
	}

	private void awaitSent(long count) throws InterruptedException {
		for (int polls = 0; total() - this.sentBefore < count; polls++) {
			assertThat(polls).as("polls until %d events are sent", count).isLessThan(4000);
			TimeUnit.MILLISECONDS.sleep(10);
		}
	}

	private static void assertCompleted(JobProcess manager) throws InterruptedException {
		assertThat(manager.await()).as(() -> manager.output()).isZero();
	}

	/**
	 * Return how many events were sent more than once.
	 */
	private long twice() {
		Map<String, Integer> after = sent();
		List<Integer> times = after.entrySet()
			.stream()
			.map((entry) -> entry.getValue() - this.before.getOrDefault(entry.getKey(), 0))
			.toList();
		assertThat(times).hasSize(CUSTOMERS).allMatch((count) -> count > 0);
		return times.stream().mapToInt((count) -> count - 1).sum();
	}

	@Test
	@DisplayName("misses nothing when a worker is killed, and sends no more than one chunk twice")
	void survivesWorker() throws Exception {
		try (JobProcess manager = manager()) {
			awaitSent(CUSTOMERS / 3);
			workers.remove(0).kill();
			workers.add(process("worker", "none"));
			assertCompleted(manager);
		}
		assertThat(twice()).isLessThanOrEqualTo(CHUNK);
	}

	@Test
	@DisplayName("misses nothing when the manager is killed, and sends nothing twice")
	void survivesManager() throws Exception {
		try (JobProcess manager = manager()) {
			awaitSent(CUSTOMERS / 3);
			assertThat(manager.isAlive()).isTrue();
		}
		try (JobProcess next = manager()) {
			assertCompleted(next);
		}
		assertThat(twice()).isZero();
	}

	@Test
	@DisplayName("misses nothing when one after the other is killed, and sends no more than one chunk twice for each worker")
	void survivesAll() throws Exception {
		long seed = Long.getLong("test.seed", System.nanoTime());
		logger.warn("Kills by the seed " + seed + ": -Dtest.seed=" + seed);
		Random random = new Random(seed);
		JobProcess manager = manager();
		int killed = 0;
		try {
			for (int kill = 1; kill <= KILLS; kill++) {
				awaitSent((long) CUSTOMERS * (kill - 1) / KILLS + random.nextInt(CUSTOMERS / KILLS / 2));
				int victim = random.nextInt(workers.size() + 1);
				if (victim < workers.size()) {
					workers.remove(victim).kill();
					workers.add(process("worker", "none"));
					killed++;
				}
				else {
					manager.kill();
					manager = manager();
				}
			}
			assertCompleted(manager);
		}
		finally {
			manager.close();
		}
		assertThat(twice()).isLessThanOrEqualTo((long) CHUNK * killed);
	}

}
