package io.contacthub.emulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link EmulatorServer}: starts and stops.
 */
@DisplayName("The server of an emulator")
class EmulatorServerTests {

	@Test
	@DisplayName("says in a line that its port is taken, and what to do")
	void takenPortIsTold() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getByName("localhost"))) {
			assertThatIllegalStateException()
				.isThrownBy(() -> ContactHubEmulator.builder().port(other.getLocalPort()).start())
				.withMessage(
						"Port " + other.getLocalPort() + " of localhost is taken: stop what listens there, or choose "
								+ "another port, 0 for a free one");
		}
	}

	@Test
	@DisplayName("says in a line that its address is not one of the machine")
	void foreignAddressIsTold() {
		for (String address : List.of("192.0.2.1", "no.such.host.invalid")) {
			assertThatIllegalStateException()
				.isThrownBy(() -> ContactHubEmulator.builder().bindAddress(address).start())
				.withMessage(address + " is not an address of this machine: choose localhost, or 0.0.0.0 for all");
		}
	}

	@Test
	@DisplayName("listens where it is told to, and nowhere else")
	void bindAddressIsUsed() throws Exception {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().bindAddress("127.0.0.2").start()) {
			assertThat(emulator.baseUrl()).startsWith("http://127.0.0.2:");
			assertThat(new ApiClient(emulator.baseUrl(), emulator.token()).get("/me").status()).isEqualTo(200);
			// the same port is free elsewhere
			new ServerSocket(emulator.port(), 50, InetAddress.getByName("127.0.0.1")).close();
		}
	}

	@Test
	@DisplayName("is one of many in a process, each with its own customers")
	void manyRunSideBySide() throws Exception {
		int number = 8;
		ExecutorService executor = Executors.newFixedThreadPool(number);
		Callable<ContactHubEmulator> start = () -> {
			ContactHubEmulator emulator = ContactHubEmulator.start();
			assertThat(ApiClient.of(emulator)
				.post("/customers", "{'nodeId':'" + emulator.nodeId() + "','externalId':'1'}")
				.status()).isEqualTo(201);
			return emulator;
		};
		Collection<ContactHubEmulator> emulators = new ArrayList<>();
		for (Future<ContactHubEmulator> emulator : executor
			.invokeAll(Stream.generate(() -> start).limit(number).toList())) {
			emulators.add(emulator.get());
		}
		executor.shutdown();
		assertThat(emulators).extracting(ContactHubEmulator::port).doesNotHaveDuplicates();
		assertThat(emulators).allSatisfy((emulator) -> assertThat(ApiClient.of(emulator)
			.get("/customers", "nodeId", emulator.nodeId())
			.at("/page/totalElements")
			.intValue()).isOne());
		emulators.forEach(ContactHubEmulator::close);
	}

	@Test
	@DisplayName("leaves no thread when it is closed, with answers that wait and clients that stay, nor when it did not start")
	void noThreadIsLeft() throws Exception {
		ContactHubEmulator.start().close();
		Set<Thread> before = threads();
		ContactHubEmulator emulator = ContactHubEmulator.start();
		emulator.switches(EmulatorSwitches.off().withLatency(Duration.ofMinutes(1)));
		try (RawConnection waiting = new RawConnection(emulator);
				Socket idle = new Socket("localhost", emulator.port());
				ServerSocket other = new ServerSocket(0, 50, InetAddress.getByName("localhost"))) {
			waiting.write("GET /hub/v1/me", new byte[0]);
			await().until(() -> emulator.wireMock().getServeEvents(), (events) -> events.size() == 1);
			emulator.close();
			emulator.close();
			assertThat(idle.getInputStream().read()).isEqualTo(-1);
			assertThatIllegalStateException()
				.isThrownBy(() -> ContactHubEmulator.builder().port(other.getLocalPort()).start());
		}
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			Set<Thread> left = threads();
			left.removeAll(before);
			assertThat(left).isEmpty();
		});
	}

	@Test
	@DisplayName("keeps no program running that is done, when it was started in the background")
	void threadsAreDaemons() throws IOException, InterruptedException {
		Set<Thread> before = threads();
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().startInBackground()) {
			emulator.wireMock().register(WireMock.get(WireMock.anyUrl()).willReturn(WireMock.ok().withFixedDelay(200)));
			HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "/me")).build();
			assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
				.isEqualTo(200);
			Set<Thread> started = threads();
			started.removeAll(before);
			assertThat(started).isNotEmpty().allMatch(Thread::isDaemon);
		}
	}

	private static Set<Thread> threads() {
		Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
		threads.removeIf((thread) -> thread.getThreadGroup() == null || thread.getName().startsWith("awaitility")
				|| thread.getName().startsWith("HttpClient") || thread.getName().startsWith("Attach")
				|| thread.getName().startsWith("ForkJoinPool.common"));
		return threads;
	}

}
