package io.contacthub.integration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for tests of an application that have {@code contacthub-test} beside the starter.
 */
@DisplayName("contacthub-test beside the starter")
class TestSupportIntegrationTests {

	@Test
	@DisplayName("brings the emulator and all that its annotations need")
	void runsTest() throws Exception {
		try (Application application = Application.start("test", "com.example.TestedApplication")) {
			assertThat(application.exitCode()).as(application.output() + application.errors()).isZero();
			assertThat(application.output()).contains("counted 5");
			assertThat(application.errors()).isEmpty();
		}
	}

}
