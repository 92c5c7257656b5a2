package io.contacthub.test.autoconfigure;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import io.contacthub.test.ContactHubEmulator;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Auto-configuration of an embedded emulator, for the time of development and for tests.
 */
@AutoConfiguration(before = ContactHubAutoConfiguration.class)
@Conditional(OnEmulatorCondition.class)
@EnableConfigurationProperties(ContactHubEmulatorProperties.class)
public final class ContactHubEmulatorAutoConfiguration {

	ContactHubEmulatorAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	ContactHubEmulator contactHubEmulator(ContactHubEmulatorProperties properties) {
		ContactHubEmulator emulator = ContactHubEmulator.builder().port(properties.port()).start();
		emulator.populate(properties.customers());
		return emulator;
	}

	@Bean
	@ConditionalOnMissingBean(ContactHubConnectionDetails.class)
	EmulatorConnectionDetails contactHubEmulatorConnectionDetails(ContactHubEmulator emulator) {
		return new EmulatorConnectionDetails(emulator);
	}

}
