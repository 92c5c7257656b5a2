package io.contacthub.autoconfigure.http;

import org.junit.jupiter.api.DisplayName;

/**
 * The fault suite with Jetty.
 */
@DisplayName("A client on Jetty whose server misbehaves")
class JettyFaultSuiteTests extends AbstractFaultSuiteTests {

	JettyFaultSuiteTests() {
		super(Engine.JETTY);
	}

}
