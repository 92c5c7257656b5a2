package io.contacthub.journey;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * Base of the tests that follow a user of the client through an emulated ContactHub.
 */
abstract class JourneyTests {

	static ContactHubEmulator emulator;

	static Node node;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.start();
		node = connect(emulator);
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	static Node connect(ContactHubEmulator target) {
		return Workspace.builder()
			.id(target.workspaceId())
			.token(target.token())
			.baseUrl(target.baseUrl())
			.build()
			.node(target.nodeId());
	}

}
