package io.contacthub.autoconfigure.http;

import org.junit.jupiter.api.DisplayName;

/**
 * The fault suite with Apache HttpClient.
 */
@DisplayName("A client on Apache HttpClient, which the starter brings, whose server misbehaves")
class ApacheFaultSuiteTests extends AbstractFaultSuiteTests {

	ApacheFaultSuiteTests() {
		super(Engine.APACHE);
	}

}
