package io.contacthub.samples.desk.security;

import java.util.Map;

import io.contacthub.emulator.ContactHubEmulator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Those who may work at the desk: who is configured or, while the customers are made up
 * by the emulator, two for trying out.
 */
@Component
class DeskUsers extends InMemoryUserDetailsManager {

	private static final Log logger = LogFactory.getLog(DeskUsers.class);

	private static final Map<String, DeskProperties.User> DEMO = Map.of("reader",
			new DeskProperties.User("reader", DeskProperties.Role.READER), "editor",
			new DeskProperties.User("editor", DeskProperties.Role.EDITOR));

	private final boolean demo;

	DeskUsers(DeskProperties properties, ObjectProvider<ContactHubEmulator> emulator) {
		boolean emulated = emulator.stream().findAny().isPresent();
		this.demo = properties.users().isEmpty() && emulated;
		if (properties.users().isEmpty() && !emulated) {
			throw new MissingUsersException("Nobody may log in: property 'desk.users' names no user,"
					+ " and users for trying out exist on the emulator only.");
		}
		if (this.demo) {
			logger.info("Log in as editor (password editor) or as reader (password reader)");
		}
		PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
		(this.demo ? DEMO : properties.users()).forEach((name, user) -> createUser(details(name, user, encoder)));
	}

	/**
	 * Return whether the users are those for trying out, whose passwords are no secret.
	 */
	boolean areDemo() {
		return this.demo;
	}

	private static UserDetails details(String name, DeskProperties.User user, PasswordEncoder encoder) {
		if (!StringUtils.hasText(user.password()) || user.password().startsWith("${")) {
			throw new MissingUsersException(
					"User '" + name + "' cannot log in: property 'desk.users." + name + ".password' is missing.");
		}
		String password = user.password().startsWith("{") ? user.password() : encoder.encode(user.password());
		String[] roles = (user.role() == DeskProperties.Role.EDITOR) ? new String[] { "READER", "EDITOR" }
				: new String[] { "READER" };
		return User.withUsername(name).password(password).roles(roles).build();
	}

}
