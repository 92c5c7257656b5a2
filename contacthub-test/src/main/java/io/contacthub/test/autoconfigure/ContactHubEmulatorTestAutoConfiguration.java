package io.contacthub.test.autoconfigure;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.autoconfigure.EmulatorConnectionDetails;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Auto-configuration of the emulator of a test, see
 * {@link AutoConfigureContactHubEmulator}.
 */
@AutoConfiguration(before = ContactHubAutoConfiguration.class)
final class ContactHubEmulatorTestAutoConfiguration {

	/** The property with the number of customers that each test starts with. */
	static final String CUSTOMERS = "contacthub.emulator.customers";

	private static final String CUSTOMERS_OR_NONE = "${" + CUSTOMERS + ":0}";

	@Bean
	@ConditionalOnMissingBean
	ContactHubEmulator contactHubEmulator(@Value(CUSTOMERS_OR_NONE) int customers) {
		// the port of the properties may be taken, by the application or another context
		ContactHubEmulator emulator = ContactHubEmulator.start();
		emulator.populate(customers);
		return emulator;
	}

	@Bean
	@ConditionalOnMissingBean
	@Primary // where the application has details of its own
	EmulatorConnectionDetails contactHubEmulatorConnectionDetails(ContactHubEmulator emulator) {
		return new EmulatorConnectionDetails(emulator);
	}

	@Bean
	static EventPublishers contactHubEventPublishers() {
		return new EventPublishers();
	}

	@Bean
	@ConditionalOnMissingBean
	EmulatorTurns contactHubEmulatorTurns(ContactHubEmulator emulator, @Value(CUSTOMERS_OR_NONE) int customers,
			EventPublishers publishers) {
		return new EmulatorTurns(emulator, customers, publishers);
	}

}
