package io.contacthub.emulator;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ContactHubEmulatorBuilder}.
 */
@DisplayName("The builder of an emulator")
class ContactHubEmulatorBuilderTests {

	private static final String CUSTOMER = "{'nodeId':'%s','base':{'firstName':'Ann'}}";

	private static final Duration DELAY = Duration.ofSeconds(30);

	@ParameterizedTest(name = "{0}")
	@MethodSource
	@DisplayName("refuses a value that is out of range, and names it:")
	void valueOutOfRangeIsRefused(String part, Consumer<ContactHubEmulatorBuilder> setting) {
		ThrowingCallable call = () -> setting.accept(ContactHubEmulator.builder());
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(part);
	}

	static Stream<Arguments> valueOutOfRangeIsRefused() {
		return Stream.of(setting("-1", (builder) -> builder.port(-1)),
				setting("65536", (builder) -> builder.port(65536)),
				setting("bind address", (builder) -> builder.bindAddress(" ")),
				setting("id of the workspace", (builder) -> builder.workspaceId("")),
				setting("id of the node", (builder) -> builder.nodeId(" n")),
				setting("token", (builder) -> builder.token("")), setting("node", (builder) -> builder.nodes("a", "")),
				setting("events", (builder) -> builder.eventTypes("")),
				setting("PT-1S", (builder) -> builder.eventDelay(Duration.ofSeconds(-1))),
				setting("PT-1S", (builder) -> builder.indexDelay(Duration.ofSeconds(-1))),
				setting("PT-1S", (builder) -> builder.switches((off) -> off.withLatency(Duration.ofSeconds(-1)))),
				setting("PT2H", (builder) -> builder.switches((off) -> off.withLatencyJitter(Duration.ofHours(2)))),
				setting("1.5", (builder) -> builder.switches((off) -> off.withFailureRate(1.5))),
				setting("NaN", (builder) -> builder.switches((off) -> off.withDisconnectRate(Double.NaN))),
				setting("1.1", (builder) -> builder.switches((off) -> off.withLostAnswerRate(1.1))),
				setting("-3", (builder) -> builder.switches((off) -> off.withRateLimit(-3))),
				setting("/no/such/folder", (builder) -> builder.stubs(Path.of("/no/such/folder"))),
				setting("/no/such/file", (builder) -> builder.data(Path.of("/no/such/file"))),
				setting("-5", (builder) -> builder.customers(-5)));
	}

	private static Arguments setting(String part, Consumer<ContactHubEmulatorBuilder> setting) {
		return Arguments.of(part, setting);
	}

	@Test
	@DisplayName("has an emulator start with customers, and come back to them")
	void customersComeBack() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().customers(3).start()) {
			emulator.populate(2);
			assertThat(total(emulator)).isEqualTo(5);
			emulator.reset();
			assertThat(total(emulator)).isEqualTo(3);
		}
	}

	@Test
	@DisplayName("has an emulator start with generated customers, the same ones again after a reset")
	void generatedCustomersComeBack() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().customers(3).seed(7).start();
				ContactHubEmulator sample = ContactHubEmulator.builder().customers(3).start()) {
			ApiClient api = ApiClient.of(emulator);
			JsonNode first = api.get("/customers", "nodeId", emulator.nodeId()).at("/elements/2/base");
			assertThat(first)
				.isNotEqualTo(ApiClient.of(sample).get("/customers", "nodeId", sample.nodeId()).at("/elements/2/base"));
			emulator.reset();
			assertThat(api.get("/customers", "nodeId", emulator.nodeId()).at("/elements/2/base")).isEqualTo(first);
			assertThat(total(emulator)).isEqualTo(3);
		}
	}

	@Test
	@DisplayName("has stubs of a folder registered, again after a reset, before the emulator")
	void stubsComeBack(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("teapot.json"), """
				{"request": {"urlPathPattern": "/hub/v1/me"}, "response": {"status": 418}}""");
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().stubs(folder).start()) {
			ApiClient root = new ApiClient(emulator.baseUrl(), emulator.token());
			assertThat(root.get("/me").status()).isEqualTo(418);
			emulator.wireMock().removeMappings();
			emulator.reset();
			assertThat(root.get("/me").status()).isEqualTo(418);
			assertThat(total(emulator)).isZero();
		}
	}

	@Test
	@DisplayName("has an emulator start with the data of files, and come back to it")
	void dataComesBack(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("customers.jsonl");
		try (ContactHubEmulator source = ContactHubEmulator.builder().customers(3).start();
				Writer writer = Files.newBufferedWriter(file)) {
			source.export(writer);
		}
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().data(file).start()) {
			assertThat(total(emulator)).isEqualTo(3);
			ApiClient.of(emulator).post("/customers", CUSTOMER.formatted(emulator.nodeId()));
			assertThat(total(emulator)).isEqualTo(4);
			emulator.reset();
			assertThat(total(emulator)).isEqualTo(3);
		}
		Files.writeString(file, "{}", StandardOpenOption.APPEND);
		assertThatIllegalArgumentException().isThrownBy(() -> ContactHubEmulator.builder().data(file).start())
			.withMessageContaining(file.toString())
			.withMessageContaining("line");
	}

	@Test
	@DisplayName("has a realistic emulator show lists and events late, until it is told to")
	void realisticEmulatorIsLate() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder()
			.realistic(true)
			.requireUniqueProperties(false)
			.switches((switches) -> EmulatorSwitches.off())
			.start()) {
			ApiClient api = ApiClient.of(emulator);
			String id = api.post("/customers", CUSTOMER.formatted(emulator.nodeId())).id();
			api.post("/events", "{'customerId':'" + id + "','type':'loggedIn','context':'WEB','properties':{}}");
			assertThat(total(emulator)).isZero();
			assertThat(events(emulator, id)).isZero();
			emulator.advance(DELAY.minusSeconds(1));
			assertThat(total(emulator)).isZero();
			emulator.index();
			assertThat(total(emulator)).isOne();
			assertThat(events(emulator, id)).isOne();
			api.delete("/customers/" + id);
			emulator.advance(DELAY);
			assertThat(total(emulator)).isZero();
		}
	}

	@Test
	@DisplayName("has a realistic emulator be slow and want the unique properties, unless they are set")
	void realisticEmulatorIsStrict() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().realistic(true).start()) {
			assertThat(emulator.switches().latency()).isPositive();
			assertThat(emulator.switches().latencyJitter()).isPositive();
			assertThat(ApiClient.of(emulator)
				.post("/customers", CUSTOMER.formatted(emulator.nodeId()))
				.at("/errors/0/path")
				.stringValue()).isEqualTo("/base/contacts/email");
		}
	}

	@Test
	@DisplayName("does not require unique properties unless they are set or it is told to")
	void uniquePropertiesAreRequiredOnceSet() {
		assertThat(created(ContactHubEmulator.builder())).isEqualTo(201);
		assertThat(created(ContactHubEmulator.builder().uniqueProperties("externalId"))).isEqualTo(400);
		assertThat(created(ContactHubEmulator.builder().requireUniqueProperties(true))).isEqualTo(400);
		assertThat(created(ContactHubEmulator.builder().requireUniqueProperties(false).uniqueProperties("externalId")))
			.isEqualTo(201);
	}

	@Test
	@DisplayName("sets the switches that an emulator comes back to")
	void switchesComeBack() {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder()
			.switches((off) -> off.withRateLimit(1000))
			.start()) {
			EmulatorSwitches initial = EmulatorSwitches.off().withRateLimit(1000);
			assertThat(emulator.switches()).isEqualTo(initial);
			emulator.switches(EmulatorSwitches.off().withLatency(Duration.ofMillis(1)));
			assertThat(emulator.switches().rateLimit()).isZero();
			emulator.reset();
			assertThat(emulator.switches()).isEqualTo(initial);
		}
	}

	@Test
	@DisplayName("sets the clock, which is only moved forward and comes back")
	void clockComesBack() {
		SettableClock clock = new SettableClock();
		try (ContactHubEmulator emulator = ContactHubEmulator.builder().clock(clock).start()) {
			ApiClient api = ApiClient.of(emulator);
			String before = registeredAt(api, emulator);
			emulator.advance(Duration.ofDays(1));
			String after = registeredAt(api, emulator);
			assertThat(after.substring(0, 10)).isGreaterThan(before.substring(0, 10));
			assertThatIllegalArgumentException().isThrownBy(() -> emulator.advance(Duration.ofSeconds(-1)));
			emulator.reset();
			assertThat(registeredAt(api, emulator)).isEqualTo(before);
		}
	}

	private static int created(ContactHubEmulatorBuilder builder) {
		try (ContactHubEmulator emulator = builder.start()) {
			return ApiClient.of(emulator).post("/customers", CUSTOMER.formatted(emulator.nodeId())).status();
		}
	}

	private static String registeredAt(ApiClient api, ContactHubEmulator emulator) {
		return api.post("/customers", CUSTOMER.formatted(emulator.nodeId())).at("/registeredAt").stringValue();
	}

	private static int total(ContactHubEmulator emulator) {
		return ApiClient.of(emulator)
			.get("/customers", "nodeId", emulator.nodeId())
			.at("/page/totalElements")
			.intValue();
	}

	private static int events(ContactHubEmulator emulator, String customerId) {
		return ApiClient.of(emulator).get("/events", "customerId", customerId).at("/page/totalElements").intValue();
	}

}
