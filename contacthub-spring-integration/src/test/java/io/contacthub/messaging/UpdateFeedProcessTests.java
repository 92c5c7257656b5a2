package io.contacthub.messaging;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.contacthub.customer.Customer;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The feed in processes that are killed. What they share, the database and ContactHub, is
 * in this one.
 */
@DisplayName("The feed of changes in processes")
@Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpdateFeedProcessTests {

	private static final int CHANGES = 100_000;

	private static final Duration LOCK_TTL = Duration.ofSeconds(3);

	private static Server database;

	private static String url;

	private final EmulatedNode hub = new EmulatedNode();

	@BeforeAll
	static void start() throws Exception {
		database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
		url = "jdbc:h2:tcp://localhost:" + database.getPort() + "/mem:feed;DB_CLOSE_DELAY=-1";
		new ResourceDatabasePopulator(new ClassPathResource("org/springframework/integration/jdbc/schema-h2.sql"))
			.execute(dataSource());
	}

	@AfterAll
	static void stop() {
		database.stop();
	}

	@AfterEach
	void close() {
		this.hub.close();
	}

	@Test
	@DisplayName("misses none of 100,000 changes when it is killed and started again, and repeats some of one page")
	void goesOn(TestReporter reporter) throws Exception {
		seed();
		int page = 500;
		int last = CHANGES / 2 + ThreadLocalRandom.current().nextInt(page);
		reporter.publishEntry("feed.killed-at", String.valueOf(last));
		List<String> before;
		try (FeedProcess process = start("restarted", "beginning", page, "--test.last=" + last)) {
			process.awaitHandled(String.valueOf(last));
			before = process.kill();
		}
		List<String> after;
		try (FeedProcess process = start("restarted", "beginning", page)) {
			process.awaitHandled(String.valueOf(CHANGES - 1));
			after = process.handled();
		}
		assertThat(before).isEqualTo(numbers(0, last + 1));
		assertThat(after).isEqualTo(numbers(last - last % page, CHANGES));
	}

	@Test
	@DisplayName("is taken over by another instance within the time that a leader may be silent, and a second")
	void isTakenOver(TestReporter reporter) throws Exception {
		Duration promised = LOCK_TTL.plusSeconds(1);
		// on a machine that is busy with something else, a process may have to wait for
		// its turn
		Duration best = isTakenOver("first", reporter);
		for (int again = 0; best.compareTo(promised) > 0 && again < 2; again++) {
			Duration next = isTakenOver("again-" + again, reporter);
			best = (next.compareTo(best) < 0) ? next : best;
		}
		assertThat(best).isLessThanOrEqualTo(promised);
	}

	private Duration isTakenOver(String name, TestReporter reporter) throws Exception {
		int page = 10;
		try (FeedProcess one = start(name, "latest", page); FeedProcess another = start(name, "latest", page)) {
			one.awaitStart();
			another.awaitStart();
			awaitLeader(name);
			Set<String> changed = new HashSet<>(change(name + "-before", 25));
			await().atMost(1, TimeUnit.MINUTES).until(() -> one.handled().size() + another.handled().size() >= 25);
			boolean leads = !one.handled().isEmpty();
			FeedProcess leader = leads ? one : another;
			FeedProcess follower = leads ? another : one;
			assertThat(follower.handled()).isEmpty();
			long killed = System.nanoTime();
			List<String> handled = new ArrayList<>(leader.kill());
			changed.addAll(change(name + "-after", 25));
			follower.awaitHandled(name + "-after-24");
			Duration takeover = Duration.ofNanos(follower.firstHandledAt() - killed);
			reporter.publishEntry("feed.taken-over-after", takeover.toString());
			handled.addAll(follower.handled());
			assertThat(new HashSet<>(handled)).isEqualTo(changed);
			assertThat(handled.size() - changed.size()).as("repeated").isBetween(0, page);
			return takeover;
		}
	}

	private void seed() {
		StringBuilder customers = new StringBuilder();
		for (int number = 0; number < CHANGES; number++) {
			customers.append("{\"nodeId\":\"")
				.append(this.hub.emulator().nodeId())
				.append("\",\"externalId\":\"")
				.append(number)
				.append("\"}\n");
		}
		this.hub.emulator().seed(new StringReader(customers.toString()));
	}

	private FeedProcess start(String name, String start, int page, String... more) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("--contacthub.base-url=" + this.hub.emulator().baseUrl(),
				"--contacthub.workspace-id=" + this.hub.emulator().workspaceId(),
				"--contacthub.node-id=" + this.hub.emulator().nodeId(),
				"--contacthub.token=" + this.hub.emulator().token(), "--contacthub.feed.name=" + name,
				"--contacthub.feed.start=" + start, "--contacthub.feed.page-size=" + page,
				"--contacthub.feed.poll-interval=100ms", "--contacthub.feed.store=jdbc",
				"--contacthub.feed.lock-ttl=" + LOCK_TTL.toMillis() + "ms", "--spring.datasource.url=" + url,
				"--spring.datasource.username=sa", "--spring.integration.jdbc.initialize-schema=never"));
		arguments.addAll(List.of(more));
		return FeedProcess.start(arguments);
	}

	/**
	 * Wait until one of them has found out where changes begin.
	 */
	private static void awaitLeader(String name) {
		JdbcClient client = JdbcClient.create(dataSource());
		await().atMost(1, TimeUnit.MINUTES)
			.until(() -> !client.sql("select 1 from int_metadata_store where metadata_key = ?")
				.param("contacthub.updates." + name)
				.query()
				.listOfRows()
				.isEmpty());
	}

	private List<String> change(String name, int count) {
		List<String> ids = IntStream.range(0, count).mapToObj((number) -> name + "-" + number).toList();
		ids.forEach((id) -> this.hub.node().customers().insert(Customer.builder().externalId(id).build()));
		return ids;
	}

	private static List<String> numbers(int from, int to) {
		return IntStream.range(from, to).mapToObj(String::valueOf).toList();
	}

	private static DriverManagerDataSource dataSource() {
		return new DriverManagerDataSource(url, "sa", "");
	}

}
