package com.example;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests of snippets on one emulator, which is empty before each test.
 */
public abstract class AbstractEmulatorTests {

	/**
	 * The emulator of all these tests.
	 */
	protected static final ContactHubEmulator EMULATOR = ContactHubEmulator.start();

	/**
	 * Its workspace, with the token that may do everything.
	 */
	protected static final Workspace WORKSPACE = Workspace.builder()
		.id(EMULATOR.workspaceId())
		.token(EMULATOR.token())
		.baseUrl(EMULATOR.baseUrl())
		.build();

	/**
	 * Its node.
	 */
	protected static final Node NODE = WORKSPACE.node(EMULATOR.nodeId());

	@BeforeEach
	void reset() {
		EMULATOR.reset();
	}

}
