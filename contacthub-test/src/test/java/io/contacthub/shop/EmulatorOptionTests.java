package io.contacthub.shop;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.ContactHubEmulatorBuilder;
import io.contacthub.emulator.EmulatorSwitches;
import io.contacthub.emulator.UniquenessPolicy;
import io.contacthub.emulator.autoconfigure.ContactHubEmulatorProperties;
import io.contacthub.query.Query;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests whose emulator has other options than the default ones.
 */
@DisplayName("The annotation of a test that runs on an emulator")
@ContactHubTest
@AutoConfigureContactHubEmulator(workspaceId = "main", nodeId = "shop", token = "secret", nodes = "outlet",
		workspaces = "italy=bottega+negozio", tokens = { "page=untrusted", "old=expired@italy" },
		uniquenessPolicy = UniquenessPolicy.MERGE, uniqueProperties = { "externalId", "base.contacts.email" },
		requireUniqueProperties = false, indexDelay = "30s", eventDelay = "1m", eventTypes = "loyaltyCardUsed",
		clock = "2030-01-01T00:00:00Z", latency = "1ms", latencyJitter = "2ms", rateLimit = 1000,
		acceptRawBrackets = true, strict = true)
@TestPropertySource(properties = { "contacthub.workspaces.italy.workspace-id=real",
		"contacthub.workspaces.italy.node-id=real", "contacthub.nodes.outlet=real", "contacthub.emulator.customers=7",
		"contacthub.emulator.realistic=true" })
class EmulatorOptionTests {

	@Test
	@DisplayName("sets the ids and the token, and leaves out what the application's properties say")
	void setsIds(@Autowired ContactHubEmulator emulator, @Autowired CustomerRepository customers) {
		assertThat(emulator.workspaces()).containsExactly(entry("main", List.of("shop", "outlet")),
				entry("italy", List.of("bottega", "negozio")));
		assertThat(emulator.token()).isEqualTo("secret");
		assertThat(customers.count(Query.all())).isZero();
	}

	@Test
	@DisplayName("sets the switches")
	void setsSwitches(@Autowired ContactHubEmulator emulator) {
		assertThat(emulator.switches()).isEqualTo(EmulatorSwitches.off()
			.withLatency(Duration.ofMillis(1))
			.withLatencyJitter(Duration.ofMillis(2))
			.withRateLimit(1000));
	}

	@Test
	@DisplayName("sets the policy, the clock and the delays, which the test passes over")
	void setsPolicyAndDelays(@Autowired ContactHubEmulator emulator, @Autowired CustomerRepository customers) {
		Customer customer = Customer.builder()
			.externalId("1")
			.base((base) -> base.contacts((contacts) -> contacts.email("ann@example.com")))
			.build();
		Customer inserted = customers.insert(customer);
		assertThat(customers.insert(customer).id()).isEqualTo(inserted.id());
		assertThat(LocalDate.ofInstant(inserted.registeredAt(), ZoneOffset.UTC)).isEqualTo("2030-01-01");
		assertThat(customers.count(Query.all())).isZero();
		emulator.index();
		assertThat(customers.count(Query.all())).isOne();
	}

	@Test
	@DisplayName("leads names of the application to workspaces and nodes of the same id")
	void leadsNames(@Autowired ContactHubEmulator emulator, @Autowired ApplicationContext context) {
		Collection<CustomerRepository> all = context.getBeansOfType(CustomerRepository.class).values();
		all.forEach((customers) -> customers.insert(Customer.builder().externalId("1").build()));
		emulator.index();
		assertThat(all).hasSize(3).allSatisfy((customers) -> assertThat(customers.count(Query.all())).isOne());
	}

	@Test
	@DisplayName("has an attribute for each option that needs no start of its own")
	void hasEachOption() {
		Set<String> attributes = Arrays.stream(AutoConfigureContactHubEmulator.class.getDeclaredMethods())
			.map((method) -> method.getName())
			.collect(Collectors.toSet());
		Set<String> properties = Arrays.stream(ContactHubEmulatorProperties.class.getRecordComponents())
			.map((component) -> component.getName())
			.collect(Collectors.toSet());
		Set<String> options = Arrays.stream(ContactHubEmulatorBuilder.class.getMethods())
			.filter((method) -> method.getReturnType() == ContactHubEmulatorBuilder.class)
			.map((method) -> method.getName().equals("clockFrom") ? "clock" : method.getName())
			.map((name) -> Set.of("token", "workspace").contains(name) ? name + "s" : name)
			.collect(Collectors.toSet());
		options.add("token");
		options.remove("switches");
		Arrays.stream(EmulatorSwitches.class.getRecordComponents())
			.forEach((component) -> options.add(component.getName()));
		assertThat(properties).containsExactlyInAnyOrderElementsOf(with(options, "enabled"));
		assertThat(with(attributes, "port", "bindAddress")).containsExactlyInAnyOrderElementsOf(options);
	}

	private static Set<String> with(Set<String> names, String... others) {
		return Stream.concat(names.stream(), Arrays.stream(others)).collect(Collectors.toSet());
	}

	/**
	 * A test with required properties.
	 */
	@Nested
	@DisplayName("of a nested class")
	@AutoConfigureContactHubEmulator(uniqueProperties = "externalId", customers = 3, reindexing = true)
	class Required {

		@Test
		@DisplayName("makes another emulator")
		void isAnother(@Autowired ContactHubEmulator emulator, @Autowired CustomerRepository customers) {
			assertThat(emulator.workspaceId()).isNotEqualTo("main");
			assertThat(customers.count(Query.all())).isEqualTo(3);
			assertThat(emulator.switches().reindexing()).isTrue();
			emulator.switches(EmulatorSwitches.off());
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> customers.insert(Customer.builder().base((base) -> base.firstName("Ann")).build()));
		}

	}

}
