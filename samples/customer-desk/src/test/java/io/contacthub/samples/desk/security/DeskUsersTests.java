package io.contacthub.samples.desk.security;

import java.util.List;

import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for the users of the desk.
 */
@DisplayName("Users of the desk")
class DeskUsersTests {

	private final ApplicationContextRunner real = new ApplicationContextRunner().withUserConfiguration(Users.class);

	private final ApplicationContextRunner emulated = this.real.withBean(ContactHubEmulator.class,
			() -> mock(ContactHubEmulator.class));

	@Test
	@DisplayName("are two for trying out on the emulator")
	void demo() {
		this.emulated.run((context) -> {
			DeskUsers users = context.getBean(DeskUsers.class);
			assertThat(users.areDemo()).isTrue();
			assertThat(roles(users, "reader")).containsExactly("ROLE_READER");
			assertThat(roles(users, "editor")).containsExactlyInAnyOrder("ROLE_READER", "ROLE_EDITOR");
		});
	}

	@Test
	@DisplayName("are those of the properties alone, where there are any")
	void configured() {
		this.emulated
			.withPropertyValues("desk.users.ada.password=s3cret", "desk.users.ada.role=editor",
					"desk.users.bob.password={noop}pw")
			.run((context) -> {
				DeskUsers users = context.getBean(DeskUsers.class);
				assertThat(users.areDemo()).isFalse();
				assertThat(users.userExists("editor")).isFalse();
				assertThat(roles(users, "ada")).contains("ROLE_EDITOR");
				assertThat(roles(users, "bob")).containsExactly("ROLE_READER");
				UserDetails ada = users.loadUserByUsername("ada");
				assertThat(ada.getPassword()).startsWith("{bcrypt}");
				assertThat(
						PasswordEncoderFactories.createDelegatingPasswordEncoder().matches("s3cret", ada.getPassword()))
					.isTrue();
			});
	}

	@Test
	@DisplayName("are needed on the real ContactHub, which the failure of the start says")
	void missing() {
		this.real.run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new MissingUsersFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains("'desk.users'");
			assertThat(analysis.getAction()).contains("password:", "role: editor");
		});
	}

	@Test
	@DisplayName("have passwords, not placeholders")
	void withoutPassword() {
		this.real.withPropertyValues("desk.users.ada.role=editor")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'desk.users.ada.password' is missing"));
		this.real.withPropertyValues("desk.users.ada.password=${ADA_PASSWORD_THAT_NOBODY_SET}")
			.run((context) -> assertThat(context).hasFailed());
	}

	private static List<String> roles(DeskUsers users, String name) {
		return users.loadUserByUsername(name)
			.getAuthorities()
			.stream()
			.map((role) -> role.getAuthority())
			.filter((role) -> role.startsWith("ROLE_"))
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(DeskProperties.class)
	@Import(DeskUsers.class)
	static class Users {

	}

}
