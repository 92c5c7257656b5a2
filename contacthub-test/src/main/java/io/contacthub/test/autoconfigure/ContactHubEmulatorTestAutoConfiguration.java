package io.contacthub.test.autoconfigure;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.test.ContactHubEmulator;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Auto-configuration of the emulator of a test, see
 * {@link AutoConfigureContactHubEmulator}.
 */
@AutoConfiguration(before = ContactHubAutoConfiguration.class)
@EnableConfigurationProperties(ContactHubEmulatorProperties.class)
final class ContactHubEmulatorTestAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ContactHubEmulator contactHubEmulator(ContactHubEmulatorProperties properties) {
		// the port of the properties may be taken, by the application or another context
		ContactHubEmulator emulator = ContactHubEmulator.start();
		emulator.populate(properties.customers());
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
	EmulatorTurns contactHubEmulatorTurns(ContactHubEmulator emulator, ContactHubEmulatorProperties properties,
			EventPublishers publishers) {
		return new EmulatorTurns(emulator, properties.customers(), publishers);
	}

}
