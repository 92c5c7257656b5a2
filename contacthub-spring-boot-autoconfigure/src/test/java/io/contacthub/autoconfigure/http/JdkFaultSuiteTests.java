package io.contacthub.autoconfigure.http;

import org.junit.jupiter.api.DisplayName;

/**
 * The fault suite with the client of the JDK.
 */
@DisplayName("A client on the client of the JDK whose server misbehaves")
class JdkFaultSuiteTests extends AbstractFaultSuiteTests {

	JdkFaultSuiteTests() {
		super(Engine.JDK);
	}

}
