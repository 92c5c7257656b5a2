package io.contacthub.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.EmulatorSwitches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Base of the tests for applications that keep their events in a database until these are
 * sent, as processes that are killed.
 */
abstract class AbstractDurablePublishingTests {

	static final int CONCURRENCY = 8;

	static final Duration LEASE = Duration.ofSeconds(4);

	static final Duration POLL_INTERVAL = Duration.ofMillis(500);

	static final EmulatorSwitches ANSWERING = EmulatorSwitches.off().withLatency(Duration.ofMillis(5));

	static final EmulatorSwitches AWAY = EmulatorSwitches.off().withDisconnectRate(1);

	private static final Pattern SENT = Pattern.compile("(?m)^sent (\\d+)$");

	final ContactHubEmulator emulator = ContactHubEmulator.builder().switches((off) -> ANSWERING).start();

	final Arrivals arrivals = new Arrivals(this.emulator);

	private final List<Application> applications = new ArrayList<>();

	Duration lease = LEASE;

	@TempDir
	Path folder;

	@AfterEach
	void stop() {
		this.applications.forEach(Application::close);
		this.emulator.close();
	}

	static void report(String what, Object... values) {
		System.getLogger(AbstractDurablePublishingTests.class.getName())
			.log(System.Logger.Level.INFO, String.format(Locale.ROOT, what, values));
	}

	static Set<Integer> numbers(int from, int to) {
		return IntStream.range(from, to).boxed().collect(Collectors.toSet());
	}

	static int sent(Application application) {
		return SENT.matcher(application.output())
			.results()
			.map((found) -> Integer.valueOf(found.group(1)))
			.findFirst()
			.orElseThrow(() -> new AssertionError(application.output() + application.errors()));
	}

	Application start(Store store, String... arguments) throws Exception {
		return start(store.createDatabase(this.folder), arguments);
	}

	/**
	 * Start an instance of the application.
	 * @param url where its events are kept, nothing for memory
	 * @param arguments its steps and further options
	 */
	Application start(String url, String... arguments) throws IOException {
		List<String> options = new ArrayList<>(List.of("--contacthub.base-url=" + this.emulator.baseUrl(),
				"--contacthub.workspace-id=" + this.emulator.workspaceId(),
				"--contacthub.node-id=" + this.emulator.nodeId(), "--contacthub.token=" + this.emulator.token(),
				"--contacthub.http.call-timeout=" + this.lease.dividedBy(2).toMillis() + "ms",
				"--contacthub.events.publisher.concurrency=" + CONCURRENCY,
				"--contacthub.events.publisher.retry.initial-interval=100ms",
				"--contacthub.events.publisher.retry.max-interval=500ms"));
		if (!url.isEmpty()) {
			options.addAll(List.of("--spring.datasource.url=" + url, "--contacthub.events.publisher.store=jdbc",
					"--contacthub.events.publisher.jdbc.initialize-schema=always",
					"--contacthub.events.publisher.jdbc.lease=" + this.lease.toMillis() + "ms",
					"--contacthub.events.publisher.jdbc.poll-interval=" + POLL_INTERVAL.toMillis() + "ms"));
		}
		options.addAll(List.of(arguments));
		Path output = Files.createDirectory(this.folder.resolve("instance" + this.applications.size()));
		Application application = Application.startInstance("durable", "com.example.DurableApplication", output,
				options);
		this.applications.add(application);
		return application;
	}

	/**
	 * Where events are kept.
	 */
	enum Store {

		MEMORY, H2_FILE, POSTGRESQL;

		/**
		 * Create a database.
		 * @return its address, nothing if there is none
		 */
		String createDatabase(Path folder) throws Exception {
			return switch (this) {
				case MEMORY -> "";
				// without a delay: what is committed is on the disk
				case H2_FILE -> "jdbc:h2:file:" + folder.resolve("events") + ";WRITE_DELAY=0";
				case POSTGRESQL -> Postgres.createDatabase();
			};
		}

	}

}
