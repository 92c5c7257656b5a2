package io.contacthub.autoconfigure.http;

import org.junit.jupiter.api.DisplayName;

/**
 * The fault suite with Reactor Netty.
 */
@DisplayName("A client on Reactor Netty whose server misbehaves")
class ReactorNettyFaultSuiteTests extends AbstractFaultSuiteTests {

	ReactorNettyFaultSuiteTests() {
		super(Engine.REACTOR_NETTY);
	}

}
