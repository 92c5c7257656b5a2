package io.contacthub.emulator.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.EmulatorSwitches;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.domain.PageRequest;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link ContactHubEmulatorAutoConfiguration}.
 */
@DisplayName("The auto-configuration of the emulator")
class ContactHubEmulatorAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ContactHubEmulatorAutoConfiguration.class, ContactHubAutoConfiguration.class));

	@Test
	@DisplayName("leads the client to an emulator, through which a customer and its event go and come back")
	void runsOnEmulator() {
		this.runner.withPropertyValues("contacthub.emulator.enabled=true", "contacthub.emulator.customers=20")
			.run((context) -> {
				assertThat(context).hasSingleBean(ContactHubConnectionDetails.class);
				ContactHubEmulator emulator = context.getBean(ContactHubEmulator.class);
				assertThat(context.getBean(Workspace.class).baseUrl()).hasToString(emulator.baseUrl());
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				EventRepository events = context.getBean(EventRepository.class);
				assertThat(customers.findAll(PageRequest.of(0, 5)).getTotalElements()).isEqualTo(20);
				Customer customer = customers.insert(Customer.builder()
					.externalId("e1")
					.base((base) -> base.firstName("Ann").contacts((contacts) -> contacts.email("ann.new@example.com")))
					.build());
				Event event = events.add(Event.builder()
					.customerId(customer.id())
					.type(EventType.LOGGED_IN)
					.context(EventContext.WEB)
					.build());
				assertThat(customers.patch(customer.id(), (change) -> change.set("base.lastName", "Smith"))
					.base()
					.firstName()).isEqualTo("Ann");
				assertThat(events.findByCustomerId(customer.id(), PageRequest.of(0, 5))).extracting(Event::id)
					.containsExactly(event.id());
				customers.deleteById(customer.id());
				assertThat(customers.findById(customer.id())).isEmpty();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1",
			"contacthub.workspaces.partner.token=t", "contacthub.workspaces.bigPartner.token=t",
			"contacthub.workspaces[acme.eu].token=t", "contacthub.ini-file=hub.ini",
			"contacthub.workspaces.partner.ini-file=hub.ini" })
	@DisplayName("starts no emulator as soon as a connection is configured")
	void leavesRealConnectionAlone(String property) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubEmulatorAutoConfiguration.class))
			.withPropertyValues("contacthub.emulator.enabled=true", property)
			.run((context) -> assertThat(context).doesNotHaveBean(ContactHubEmulator.class));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	@DisplayName("says when the application runs on ContactHub itself, but not at build time")
	void tellsWhereItRuns(CapturedOutput output) {
		ApplicationContextRunner connected = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubEmulatorAutoConfiguration.class))
			.withPropertyValues("contacthub.emulator.enabled=true", "contacthub.token=t");
		connected.withSystemProperties("spring.aot.processing=true").run((context) -> assertThat(output).isEmpty());
		connected.run((context) -> assertThat(output).contains("Running on ContactHub itself"));
	}

	@Test
	@DisplayName("leads workspaces and nodes with names there too, so that nothing reaches the real ContactHub")
	void leadsNamedConnections() {
		this.runner
			.withPropertyValues("contacthub.emulator.enabled=true", "contacthub.nodes.shop=real-node",
					"contacthub.workspaces.partner.workspace-id=real-workspace",
					"contacthub.workspaces.partner.token=${NO_SUCH_VARIABLE}",
					"contacthub.workspaces.partner.node-id=real-node",
					"contacthub.workspaces.partner.base-url=https://hub.example.com")
			.run((context) -> {
				ContactHubEmulator emulator = context.getBean(ContactHubEmulator.class);
				assertThat(context.getBeansOfType(Workspace.class)).hasSize(2)
					.allSatisfy((name, workspace) -> assertThat(workspace.baseUrl()).hasToString(emulator.baseUrl()));
				context.getBean(CustomerRepository.class).insert(Customer.builder().externalId("e1").build());
				assertThat(context.getBeansOfType(CustomerRepository.class)).hasSize(3)
					.allSatisfy((name, customers) -> assertThat(customers.findByExternalId("e1")).isPresent());
			});
	}

	@Test
	@DisplayName("runs on it while the variables that its connection comes from are absent")
	void ignoresAbsentVariables() {
		this.runner
			.withPropertyValues("contacthub.emulator.enabled=true", "contacthub.workspace-id=${NO_SUCH_VARIABLE}",
					"contacthub.token=${NO_SUCH_VARIABLE}", "contacthub.node-id=${NO_SUCH_VARIABLE:}")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ContactHubEmulator.class));
	}

	@Test
	@DisplayName("starts no emulator where there is no client")
	void isOffWithoutClient() {
		this.runner.withPropertyValues("contacthub.emulator.enabled=true", "contacthub.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ContactHubEmulator.class));
	}

	@Test
	@DisplayName("starts no emulator in an application without the starter")
	void isOffWithoutStarter() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubEmulatorAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.contacthub.autoconfigure"))
			.withPropertyValues("contacthub.emulator.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ContactHubEmulator.class));
	}

	@Test
	@DisplayName("gives the emulator its options, and comes back to the customers of the properties")
	void setsOptions(@TempDir Path stubs) {
		this.runner
			.withPropertyValues("contacthub.emulator.enabled=true", "contacthub.emulator.workspace-id=main",
					"contacthub.emulator.node-id=shop", "contacthub.emulator.token=secret",
					"contacthub.emulator.nodes=outlet,market", "contacthub.emulator.workspaces.italy=bottega",
					"contacthub.emulator.tokens.page=untrusted@italy", "contacthub.emulator.uniqueness-policy=no-check",
					"contacthub.emulator.unique-properties=externalId", "contacthub.emulator.index-delay=1s",
					"contacthub.emulator.event-delay=2s", "contacthub.emulator.clock=2030-01-01T00:00:00Z",
					"contacthub.emulator.latency-jitter=1ms", "contacthub.emulator.failure-rate=0.0",
					"contacthub.emulator.stubs=" + stubs, "contacthub.emulator.customers=2")
			.run((context) -> {
				ContactHubEmulator emulator = context.getBean(ContactHubEmulator.class);
				assertThat(emulator.workspaces()).containsExactly(entry("main", List.of("shop", "outlet", "market")),
						entry("italy", List.of("bottega")));
				assertThat(emulator.token()).isEqualTo("secret");
				assertThat(emulator.switches().latencyJitter()).hasMillis(1);
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				emulator.reset();
				assertThat(customers.findByExternalId("C00002")
					.map((customer) -> LocalDate.ofInstant(customer.registeredAt(), ZoneOffset.UTC)))
					.hasValue(LocalDate.of(2030, 1, 1));
				customers.insert(Customer.builder().externalId("C00002").build());
				emulator.index();
				assertThat(customers.count(Query.all())).isEqualTo(3);
			});
	}

	@Test
	@DisplayName("switches the faults of the properties on")
	void setsSwitches() {
		this.runner
			.withPropertyValues("contacthub.emulator.enabled=true", "contacthub.emulator.failure-rate=0.1",
					"contacthub.emulator.disconnect-rate=0.2", "contacthub.emulator.lost-answer-rate=0.3",
					"contacthub.emulator.rate-limit=4", "contacthub.emulator.reindexing=true")
			.run((context) -> assertThat(context.getBean(ContactHubEmulator.class).switches())
				.isEqualTo(new EmulatorSwitches(Duration.ZERO, Duration.ZERO, 0.1, 0.2, 0.3, 4, true)));
	}

	@ParameterizedTest
	@CsvSource({ "tokens.page, root", "workspaces.italy, ''", "stubs, /no/such/folder", "failure-rate, 2",
			"port, 70000", "index-delay, -1s" })
	@DisplayName("does not start with an option that has an unusable value")
	void refusesUnusableOption(String option, String value) {
		this.runner
			.withPropertyValues("contacthub.emulator.enabled=true", "contacthub.emulator." + option + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(IllegalArgumentException.class));
	}

	@Test
	@DisplayName("has a description for each property")
	void describesProperties() throws IOException {
		String module = ContactHubEmulator.class.getProtectionDomain().getCodeSource().getLocation().toString();
		try (InputStream stream = URI.create(module + "META-INF/spring-configuration-metadata.json")
			.toURL()
			.openStream()) {
			Map<?, ?> metadata = JsonMapper.shared().readValue(stream, Map.class);
			assertThat((List<?>) metadata.get("properties"))
				.hasSize(ContactHubEmulatorProperties.class.getRecordComponents().length)
				.allSatisfy(
						(property) -> assertThat(((Map<?, ?>) property).get("description")).asString().endsWith("."));
		}
	}

	@Test
	@DisplayName("starts no emulator unless it is asked for")
	void isOffByDefault() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubEmulatorAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(ContactHubEmulator.class));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			true  |    | t |    | contacthub.token is set
			true  | w1 | t | n1 | contacthub.workspace-id, contacthub.token, contacthub.node-id are set
			false |    |   |    | contacthub.emulator.enabled is not true
			      |    |   |    | contacthub.emulator.enabled is not true
			""")
	@DisplayName("does not start when it was decided upon with other properties, at build time")
	void refusesOtherProperties(String enabled, String workspaceId, String token, String nodeId, String reason) {
		MockEnvironment environment = new MockEnvironment();
		PropertyMapper map = PropertyMapper.get();
		map.from(enabled).to((value) -> environment.setProperty("contacthub.emulator.enabled", value));
		map.from(workspaceId).to((value) -> environment.setProperty("contacthub.workspace-id", value));
		map.from(token).to((value) -> environment.setProperty("contacthub.token", value));
		map.from(nodeId).to((value) -> environment.setProperty("contacthub.node-id", value));
		assertThatExceptionOfType(UnexpectedEmulatorException.class)
			.isThrownBy(() -> new ContactHubEmulatorAutoConfiguration(environment))
			.withMessage("The application was built to run on a ContactHub emulator, but " + reason
					+ ": build it with contacthub.emulator.enabled=false");
	}

	@Test
	@DisplayName("uses the emulator of the application")
	void backsOff() {
		this.runner.withBean(ContactHubEmulator.class, () -> ContactHubEmulator.builder().workspaceId("own").start())
			.withPropertyValues("contacthub.emulator.enabled=true")
			.run((context) -> assertThat(context.getBean(Workspace.class).id()).isEqualTo("own"));
	}

}
