package io.contacthub.test.autoconfigure;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.autoconfigure.ContactHubEmulatorProperties;
import io.contacthub.emulator.autoconfigure.EmulatorConnectionDetails;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the emulator of a test, see
 * {@link AutoConfigureContactHubEmulator}.
 */
@AutoConfiguration(before = ContactHubAutoConfiguration.class)
final class ContactHubEmulatorTestAutoConfiguration {

	/** What the properties begin with that say how the emulator of the test is. */
	static final String PREFIX = "contacthub.test.emulator";

	private final ContactHubEmulatorProperties properties;

	ContactHubEmulatorTestAutoConfiguration(Environment environment) {
		this.properties = Binder.get(environment).bindOrCreate(PREFIX, ContactHubEmulatorProperties.class);
	}

	@Bean
	@ConditionalOnMissingBean
	ContactHubEmulator contactHubEmulator() {
		ContactHubEmulator emulator = this.properties.builder().customers(0).start();
		this.properties.populate(emulator);
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
	EmulatorTurns contactHubEmulatorTurns(ContactHubEmulator emulator, EventPublishers publishers) {
		return new EmulatorTurns(emulator, this.properties, publishers);
	}

}
