package io.contacthub.emulator;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for an emulator that goes back to how it started.
 */
@DisplayName("An emulator that is reset")
class ResetTests {

	private static final String CUSTOMER = "{\"id\":\"c%d\",\"nodeId\":\"%s\",\"externalId\":\"%1$d\"}\n";

	@Test
	@DisplayName("shows requests nothing between what was and how it started, whoever else resets it")
	void resetIsOneChange(@TempDir Path folder) throws Exception {
		Path data = folder.resolve("data.jsonl");
		ContactHubEmulatorBuilder builder = ContactHubEmulator.builder().customers(150);
		StringBuilder lines = new StringBuilder();
		try (ContactHubEmulator other = ContactHubEmulator.start()) {
			IntStream.range(0, 50).forEach((number) -> lines.append(CUSTOMER.formatted(number, other.nodeId())));
		}
		Files.writeString(data, lines);
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try (ContactHubEmulator emulator = builder.data(data).start()) {
			AtomicBoolean ended = new AtomicBoolean();
			Future<Integer> reader = threads.submit(() -> {
				int reads = 0;
				while (!ended.get() || reads == 0) {
					assertThat(total(emulator)).isEqualTo(200);
					reads++;
				}
				return reads;
			});
			List<Future<?>> resets = IntStream.range(0, 3)
				.<Future<?>>mapToObj(
						(number) -> threads.submit(() -> IntStream.range(0, 5).forEach((round) -> emulator.reset())))
				.toList();
			for (Future<?> reset : resets) {
				reset.get();
			}
			ended.set(true);
			assertThat(reader.get()).isPositive();
			assertThat(total(emulator)).isEqualTo(200);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	@DisplayName("keeps what it has when its files cannot be read any more, and says why")
	void failedResetChangesNothing(@TempDir Path folder) throws IOException {
		Path data = Files.writeString(folder.resolve("data.jsonl"), "");
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().customers(2).data(data).start()) {
			emulator.populate(1);
			Files.delete(data);
			assertThatIllegalArgumentException().isThrownBy(emulator::reset).withMessageContaining(data.toString());
			assertThat(total(emulator)).isEqualTo(3);
			ControlClient control = new ControlClient(emulator);
			HttpResponse<String> response = control.exchange(control.request("reset").POST(BodyPublishers.noBody()));
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(response.body()).contains("\"message\"", data.getFileName().toString());
			assertThat(total(emulator)).isEqualTo(3);
		}
	}

	@Test
	@DisplayName("keeps what it has when a stub of its folder is broken")
	void brokenStubChangesNothing(@TempDir Path folder) throws IOException {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().customers(2).stubs(folder).start()) {
			emulator.populate(1);
			Files.writeString(folder.resolve("broken.json"), "{");
			assertThatException().isThrownBy(emulator::reset).withMessageContaining("broken.json");
			assertThat(total(emulator)).isEqualTo(3);
			ControlClient control = new ControlClient(emulator);
			assertThat(control.exchange(control.request("reset").POST(BodyPublishers.noBody())).body())
				.contains("\"message\"", "broken.json");
		}
	}

	private static int total(ContactHubEmulator emulator) {
		return ApiClient.of(emulator)
			.get("/customers", "nodeId", emulator.nodeId())
			.at("/page/totalElements")
			.intValue();
	}

}
