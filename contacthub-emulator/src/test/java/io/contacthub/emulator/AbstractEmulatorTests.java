package io.contacthub.emulator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * One emulator for all tests of a class, empty before each.
 */
abstract class AbstractEmulatorTests {

	static ContactHubEmulator emulator;

	static ApiClient api;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.start();
		api = ApiClient.of(emulator);
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	static String node() {
		return emulator.nodeId();
	}

	/**
	 * Creates a customer from members in addition to the node.
	 */
	static ApiClient.Response create(String members) {
		return api.post("/customers", "{'nodeId':'" + node() + "'," + members + "}");
	}

	static String createId(String members) {
		ApiClient.Response response = create(members);
		if (response.status() != 201) {
			throw new IllegalStateException(response.toString());
		}
		return response.id();
	}

}
