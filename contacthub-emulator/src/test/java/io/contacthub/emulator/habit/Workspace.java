package io.contacthub.emulator.habit;

import java.time.Duration;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.ContactHubEmulatorBuilder;
import io.contacthub.emulator.TokenKind;

/**
 * Workspaces in which the same programs have to work.
 */
enum Workspace {

	/** As the emulator starts without options. */
	DEFAULT,

	/** As workspaces of ContactHub are: no customer without its key. */
	REQUIRED_KEY;

	ContactHubEmulatorBuilder builder() {
		ContactHubEmulatorBuilder builder = ContactHubEmulator.builder().token("page", TokenKind.UNTRUSTED);
		return (this == REQUIRED_KEY) ? builder.uniqueProperties("base.contacts.email") : builder;
	}

	ContactHubEmulator start(Duration delay) {
		return builder().indexDelay(delay).eventDelay(delay).start();
	}

}
