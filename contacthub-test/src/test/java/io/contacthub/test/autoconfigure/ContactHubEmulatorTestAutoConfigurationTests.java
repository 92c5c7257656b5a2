package io.contacthub.test.autoconfigure;

import java.net.ConnectException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ContactHubEmulatorTestAutoConfiguration}.
 */
@DisplayName("The auto-configuration of the emulator of a test")
class ContactHubEmulatorTestAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ContactHubEmulatorTestAutoConfiguration.class, ContactHubAutoConfiguration.class));

	@Test
	@DisplayName("closes the emulator with the context")
	void closesEmulator() {
		AtomicInteger port = new AtomicInteger();
		this.runner.run((context) -> {
			port.set(context.getBean(ContactHubEmulator.class).port());
			new Socket("localhost", port.get()).close();
		});
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Socket("localhost", port.get()).close());
	}

	@Test
	@DisplayName("leaves the configured port to the application")
	void usesFreePort() {
		try (ContactHubEmulator other = ContactHubEmulator.start()) {
			this.runner.withPropertyValues("contacthub.emulator.port=" + other.port())
				.run((context) -> assertThat(context).hasSingleBean(ContactHubEmulator.class));
		}
	}

	@Test
	@DisplayName("has made-up customers while the application starts")
	void isPopulated() {
		this.runner.withPropertyValues("contacthub.test.emulator.customers=2")
			.run((context) -> assertThat(context.getBean(CustomerRepository.class).findByExternalId("C00002"))
				.isPresent());
	}

	@Test
	@DisplayName("takes precedence over the connection details of the application")
	void ownDetailsAreIgnored() {
		this.runner.withBean(ContactHubConnectionDetails.class, () -> mock())
			.run((context) -> assertThat(context.getBean(Workspace.class).baseUrl())
				.hasToString(context.getBean(ContactHubEmulator.class).baseUrl()));
	}

}
