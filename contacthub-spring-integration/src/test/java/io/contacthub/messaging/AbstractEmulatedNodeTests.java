package io.contacthub.messaging;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * One node of an emulator for all tests of a class, empty before each.
 */
abstract class AbstractEmulatedNodeTests {

	static EmulatedNode hub;

	@BeforeAll
	static void startEmulator() {
		hub = new EmulatedNode();
	}

	@AfterAll
	static void closeEmulator() {
		hub.close();
	}

	@BeforeEach
	void reset() {
		hub.reset();
	}

}
