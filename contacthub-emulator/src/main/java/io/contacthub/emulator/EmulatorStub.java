package io.contacthub.emulator;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;

/**
 * The stub that hands the requests of the API that no other stub matches to the emulator.
 */
final class EmulatorStub {

	static final StubMapping MAPPING = WireMock.any(WireMock.urlPathMatching(EmulatedRequest.ROOT + "/.*"))
		.atPriority(Integer.MAX_VALUE)
		.willReturn(WireMock.aResponse().withTransformers(EmulatorTransformer.NAME))
		.build();

	private EmulatorStub() {
	}

}
