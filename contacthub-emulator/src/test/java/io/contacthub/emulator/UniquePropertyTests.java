package io.contacthub.emulator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the properties that can make customers equal.
 */
@DisplayName("A unique property")
class UniquePropertyTests {

	@ParameterizedTest
	@ValueSource(strings = { "externalId", "extra", "base.contacts.email", "base.credential.username", "base.dob",
			"base.socialProfile.twitter", "extended.card", "extended.cards.gold" })
	@DisplayName("can be any value of a customer")
	void valueIsAccepted(String property) {
		assertThat(ContactHubEmulator.builder().uniqueProperties(property)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "base", "base.contacts", "base.contacts.emial", "base.contacts.email.x", "email",
			"base.jobs", "base.jobs.id", "extended", "extended.", "extended..a", "tags.manual", "consents" })
	@DisplayName("is refused where no customer could have it")
	void otherPathIsRefused(String property) {
		assertThatIllegalArgumentException().isThrownBy(() -> ContactHubEmulator.builder().uniqueProperties(property))
			.withMessageContaining("was '" + property + "'");
	}

}
