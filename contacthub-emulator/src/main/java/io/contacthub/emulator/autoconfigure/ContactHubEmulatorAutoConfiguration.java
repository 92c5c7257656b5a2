package io.contacthub.emulator.autoconfigure;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import io.contacthub.emulator.ContactHubEmulator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of an embedded emulator, for the time of development.
 */
@AutoConfiguration(before = ContactHubAutoConfiguration.class)
@ConditionalOnClass(ContactHubAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "contacthub.enabled", matchIfMissing = true)
@Conditional(OnEmulatorCondition.class)
@EnableConfigurationProperties(ContactHubEmulatorProperties.class)
public final class ContactHubEmulatorAutoConfiguration {

	private static final Log logger = LogFactory.getLog(ContactHubEmulatorAutoConfiguration.class);

	ContactHubEmulatorAutoConfiguration(Environment environment) {
		// the condition was evaluated at build time if the application was processed then
		OnEmulatorCondition.reasonAgainst(environment).ifPresent((reason) -> {
			throw new UnexpectedEmulatorException(reason);
		});
	}

	@Bean
	@ConditionalOnMissingBean
	ContactHubEmulator contactHubEmulator(ContactHubEmulatorProperties properties) {
		ContactHubEmulator emulator = properties.builder().startInBackground();
		logger.info("Running on a ContactHub emulator at " + emulator.baseUrl() + ", with its console at "
				+ emulator.consoleUrl());
		return emulator;
	}

	@Bean
	@ConditionalOnMissingBean(ContactHubConnectionDetails.class)
	EmulatorConnectionDetails contactHubEmulatorConnectionDetails(ContactHubEmulator emulator) {
		return new EmulatorConnectionDetails(emulator);
	}

}
