package io.contacthub.shop;

import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A repository that is declared as an interface, on the emulator.
 */
@DisplayName("A test with @ContactHubTest of an application that declares a repository")
@ContactHubTest
@AutoConfigureContactHubEmulator(customers = 1)
class DeclaredRepositoryTests {

	@Test
	@DisplayName("has it")
	void hasRepository(@Autowired Subscribers subscribers) {
		assertThat(subscribers.findByExternalId("C00001")).isPresent();
	}

}
