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
	 * The token of a source that is not trusted.
	 */
	protected static final String UNTRUSTED = "untrusted-token";

	/**
	 * The emulator of all these tests.
	 */
	protected static final ContactHubEmulator EMULATOR = ContactHubEmulator.builder()
		.token(UNTRUSTED, "untrusted")
		.start();

	/**
	 * Its workspace, with the token that may do everything.
	 */
	protected static final Workspace WORKSPACE = workspace(EMULATOR, EMULATOR.token());

	/**
	 * Its node.
	 */
	protected static final Node NODE = WORKSPACE.node(EMULATOR.nodeId());

	/**
	 * Return the workspace of an emulator.
	 * @param emulator the emulator
	 * @param token the token of its requests
	 * @return the workspace
	 */
	protected static Workspace workspace(ContactHubEmulator emulator, String token) {
		return Workspace.builder().id(emulator.workspaceId()).token(token).baseUrl(emulator.baseUrl()).build();
	}

	@BeforeEach
	void reset() {
		EMULATOR.reset();
	}

}
