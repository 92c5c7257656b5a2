package io.contacthub.shop;

import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.UniquenessPolicy;
import io.contacthub.query.Query;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * An emulator that is set up by the test.
 */
@DisplayName("A test that brings beans of its own")
@ContactHubTest
@Import(Signup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnEmulatorTests {

	@Autowired
	private Signup signup;

	@RepeatedTest(2)
	@DisplayName("runs on its emulator, from which each test starts over, with one test instance for all as well")
	void usesOwnEmulator() {
		assertThat(this.signup.registered()).isZero();
		this.signup.register("ann@example.com");
		this.signup.register("ann@example.com");
		assertThat(this.signup.registered()).isEqualTo(1);
	}

	@Test
	@DisplayName("runs on the emulator although the application has connection details of its own")
	void ignoresOwnDetails(@Autowired CustomerRepository customers) {
		assertThat(customers.count(Query.all())).isZero();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Setup {

		@Bean
		ContactHubEmulator mergingEmulator() {
			return ContactHubEmulator.builder().uniquenessPolicy(UniquenessPolicy.MERGE).start();
		}

		@Bean
		ContactHubConnectionDetails details() {
			return mock();
		}

	}

}
