package io.contacthub.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.EmulatorSwitches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications whose events wait to be sent when their process is killed.
 */
@DisplayName("When a process is killed,")
class DurablePublishingIntegrationTests {

	private static final int CONCURRENCY = 8;

	private static final EmulatorSwitches ANSWERING = EmulatorSwitches.off().withLatency(Duration.ofMillis(5));

	private static final EmulatorSwitches AWAY = EmulatorSwitches.off().withDisconnectRate(1);

	private static final Pattern ACCEPTED = Pattern.compile("(?m)^accepted (\\d+)\\n");

	private final ContactHubEmulator emulator = ContactHubEmulator.builder().switches((off) -> ANSWERING).start();

	private final Arrivals arrivals = new Arrivals(this.emulator);

	private final List<Application> applications = new ArrayList<>();

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		this.applications.forEach(Application::close);
		this.emulator.close();
	}

	@Test
	@DisplayName("all events that it has accepted in memory while ContactHub is away are lost")
	void memoryLosesAll() throws Exception {
		this.emulator.switches(AWAY);
		Application first = start("alone:0-5000:4");
		first.awaitOutput((said) -> said.contains("done"));
		assertThat(accepted(first)).hasSize(5000);
		first.kill();
		this.emulator.switches(ANSWERING);
		Application second = start("alone:5000-5001:1", "flush:60");
		second.awaitOutput((said) -> said.contains("done"));
		assertThat(second.output()).contains("flushed true");
		assertThat(this.arrivals.numbers()).containsExactly(5000);
	}

	private static Set<Integer> accepted(Application application) {
		return ACCEPTED.matcher(application.output())
			.results()
			.map((found) -> Integer.valueOf(found.group(1)))
			.collect(Collectors.toSet());
	}

	/**
	 * Start an instance of the application.
	 * @param arguments its steps and further options
	 */
	private Application start(String... arguments) throws IOException {
		List<String> options = new ArrayList<>(List.of("--contacthub.base-url=" + this.emulator.baseUrl(),
				"--contacthub.workspace-id=" + this.emulator.workspaceId(),
				"--contacthub.node-id=" + this.emulator.nodeId(), "--contacthub.token=" + this.emulator.token(),
				"--contacthub.events.publisher.concurrency=" + CONCURRENCY,
				"--contacthub.events.publisher.retry.initial-interval=100ms",
				"--contacthub.events.publisher.retry.max-interval=500ms"));
		options.addAll(List.of(arguments));
		Path output = Files.createDirectory(this.folder.resolve("instance" + this.applications.size()));
		Application application = Application.startInstance("durable", "com.example.DurableApplication", output,
				options);
		this.applications.add(application);
		return application;
	}

}
