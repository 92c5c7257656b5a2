package io.contacthub.samples.desk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.samples.desk.panel.Recent;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Base of the tests for the pages, on the emulator with its sample customers, of which
 * the desk has read nothing yet. All of them share one desk: a test class that changes
 * its properties costs a start.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class AbstractDeskTests {

	/**
	 * Those who have logged in, by desk and name, so that it is done once.
	 */
	private static final Map<String, Browser> LOGINS = new ConcurrentHashMap<>();

	/**
	 * The emulator, as it was at the start of the desk.
	 */
	@Autowired
	protected ContactHubEmulator emulator;

	/**
	 * The address of the desk, without a slash at its end.
	 */
	protected String address;

	/**
	 * The browser of an editor, on no page yet.
	 */
	protected Browser browser;

	@BeforeEach
	void begin(@LocalServerPort int port, @Autowired Recent recent) {
		this.emulator.reset();
		recent.clear();
		this.address = "http://localhost:" + port;
		this.browser = as("editor");
	}

	/**
	 * Return the browser of one of the users for trying out.
	 * @param name {@code editor} or {@code reader}
	 */
	protected Browser as(String name) {
		Browser login = LOGINS.computeIfAbsent(name + "@" + this.address,
				(key) -> new Browser(this.address).logIn(name, name));
		return new Browser(this.address).as(login);
	}

	/**
	 * Return the browser of somebody who has not logged in.
	 */
	protected Browser visitor() {
		return new Browser(this.address);
	}

}
