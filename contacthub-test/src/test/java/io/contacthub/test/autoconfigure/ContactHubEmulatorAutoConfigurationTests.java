package io.contacthub.test.autoconfigure;

import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.test.ContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

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
	@ValueSource(strings = { "contacthub.workspace-id=w1", "contacthub.token=t", "contacthub.node-id=n1" })
	@DisplayName("starts no emulator as soon as a connection is configured")
	void leavesRealConnectionAlone(String property) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubEmulatorAutoConfiguration.class))
			.withPropertyValues("contacthub.emulator.enabled=true", property)
			.run((context) -> assertThat(context).doesNotHaveBean(ContactHubEmulator.class));
	}

	@Test
	@DisplayName("starts no emulator unless it is asked for")
	void isOffByDefault() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubEmulatorAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(ContactHubEmulator.class));
	}

	@Test
	@DisplayName("uses the emulator of the application")
	void backsOff() {
		this.runner.withBean(ContactHubEmulator.class, () -> ContactHubEmulator.builder().workspaceId("own").start())
			.withPropertyValues("contacthub.emulator.enabled=true")
			.run((context) -> assertThat(context.getBean(Workspace.class).id()).isEqualTo("own"));
	}

}
