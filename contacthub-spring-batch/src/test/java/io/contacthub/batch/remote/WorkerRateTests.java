package io.contacthub.batch.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.event.EventFilter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how many events are sent in a second by 1, 2 and 4 workers, for a machine that
 * has nothing else to do: {@code -Dtest=WorkerRateTests -Dtest.rate=true}.
 */
@DisplayName("The rate of workers")
@EnabledIfSystemProperty(named = "test.rate", matches = "true")
class WorkerRateTests {

	private static final Log logger = LogFactory.getLog(WorkerRateTests.class);

	private static final int CUSTOMERS = Integer.getInteger("test.rate.customers", 4000);

	private static final int ROUNDS = Integer.getInteger("test.rate.rounds", 3);

	private static final int LATENCY = Integer.getInteger("test.rate.latency", 20);

	private static final int CONCURRENCY = Integer.getInteger("test.rate.concurrency", 8);

	@TempDir
	private static Path folder;

	@BeforeAll
	static void startDatabase() {
		Database.start();
	}

	@Test
	@DisplayName("grows with their number")
	void grows() throws Exception {
		StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%n%d events by %d threads a worker, "
				+ "latency %d ms, %d processors%n| workers | events/s | least to most | to one worker | processors: "
				+ "workers | emulator | database |%n| --- | --- | --- | --- | --- | --- | --- |%n", CUSTOMERS,
				CONCURRENCY, LATENCY, Runtime.getRuntime().availableProcessors()));
		try (JobProcess emulator = JobProcess.start(folder, "emulator", List.of("-Xmx512m"), EmulatorProgram.class,
				List.of(String.valueOf(CUSTOMERS), String.valueOf(LATENCY)))) {
			String[] connection = connection(emulator);
			double one = 0;
			for (int count : new int[] { 1, 2, 4 }) {
				List<Measured> rounds = measure(count, emulator, connection);
				Measured median = rounds.get(rounds.size() / 2);
				one = (one > 0) ? one : median.rate();
				table.append(String.format(Locale.ROOT, "| %d | %.0f | %.0f to %.0f | %.2f | %.2f | %.2f | %.2f |%n",
						count, median.rate(), rounds.get(0).rate(), rounds.get(rounds.size() - 1).rate(),
						median.rate() / one, median.workers(), median.emulator(), median.database()));
			}
			assertThat(one).isPositive();
		}
		logger.warn(table);
	}

	private static String[] connection(JobProcess emulator) throws InterruptedException {
		String output = emulator.output();
		for (int polls = 0; !output.endsWith("ready\n"); polls++) {
			assertThat(polls).as(output).isLessThan(1200);
			TimeUnit.MILLISECONDS.sleep(100);
			output = emulator.output();
		}
		return output.substring(output.indexOf("http")).split(" ");
	}

	/**
	 * Measure some rounds behind one that warms up.
	 * @return the rounds, the slowest first
	 */
	private static List<Measured> measure(int count, JobProcess emulator, String[] connection) throws Exception {
		List<JobProcess> workers = IntStream.range(0, count)
			.mapToObj((i) -> process("worker", "none", connection))
			.toList();
		try {
			List<Measured> rounds = new ArrayList<>();
			for (int round = 0; round <= ROUNDS; round++) {
				Measured measured = round(workers, emulator, connection);
				if (round > 0) {
					rounds.add(measured);
				}
			}
			return rounds.stream().sorted((a, b) -> Double.compare(a.rate(), b.rate())).toList();
		}
		finally {
			workers.forEach(JobProcess::close);
		}
	}

	private static Measured round(List<JobProcess> workers, JobProcess emulator, String[] connection) throws Exception {
		Node node = Workspace.builder()
			.baseUrl(connection[0])
			.id(connection[1])
			.token(connection[3])
			.build()
			.node(connection[2]);
		long before = total(node);
		try (JobProcess manager = process("manager", UUID.randomUUID().toString(), connection)) {
			long begun = before;
			while (begun == before) {
				assertThat(manager.isAlive()).as(() -> manager.output()).isTrue();
				begun = total(node);
			}
			long start = System.nanoTime();
			double[] used = used(workers, emulator);
			assertThat(manager.await()).as(() -> manager.output()).isZero();
			double seconds = (System.nanoTime() - start) / 1e9;
			double[] then = used(workers, emulator);
			return new Measured((total(node) - begun) / seconds, (then[0] - used[0]) / seconds,
					(then[1] - used[1]) / seconds, (then[2] - used[2]) / seconds);
		}
	}

	private static long total(Node node) {
		return node.events().find(EventFilter.ofNode(), PageRequest.of(0, 1)).getTotalElements();
	}

	private static double[] used(List<JobProcess> workers, JobProcess emulator) {
		return new double[] { seconds(workers.stream().map(JobProcess::processorTime)),
				seconds(Stream.of(emulator.processorTime())),
				seconds(ProcessHandle.allProcesses()
					.filter((process) -> process.info().command().orElse("").endsWith("/postgres"))
					.map((process) -> process.info().totalCpuDuration().orElse(Duration.ZERO))) };
	}

	private static double seconds(Stream<Duration> times) {
		return times.mapToLong(Duration::toMillis).sum() / 1e3;
	}

	private static JobProcess process(String role, String run, String[] connection) {
		return JobProcess.start(folder, role, List.of("-Xmx256m"), EventCopyApplication.class,
				List.of("--spring.profiles.active=" + role, "--spring.datasource.url=" + Database.url(),
						"--spring.datasource.username=postgres", "--contacthub.base-url=" + connection[0],
						"--contacthub.workspace-id=" + connection[1], "--contacthub.node-id=" + connection[2],
						"--contacthub.token=" + connection[3], "--chunk=" + 8 * CONCURRENCY,
						"--concurrency=" + CONCURRENCY, "--partitions=16", "--run=" + run,
						"--contacthub.batch.remote.workers=" + (role.equals("manager") ? 0 : 1)));
	}

	/**
	 * A round: events in a second, and how many processors were busy.
	 */
	private record Measured(double rate, double workers, double emulator, double database) {
	}

}
