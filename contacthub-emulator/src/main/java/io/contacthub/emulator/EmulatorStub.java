package io.contacthub.emulator;

import java.util.List;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;

/**
 * The stub that hands every request of the API to the emulator. It is the server's
 * default mapping: it comes back when mappings are reset to the defaults, and stubs in
 * files of the application are not picked up.
 */
final class EmulatorStub implements MappingsSource {

	private static final int PRIORITY = 100;

	static StubMapping mapping() {
		return WireMock.any(WireMock.urlPathMatching(EmulatedRequest.ROOT + "/.*"))
			.atPriority(PRIORITY)
			.willReturn(WireMock.aResponse().withTransformers(EmulatorTransformer.NAME))
			.build();
	}

	@Override
	public void loadMappingsInto(StubMappings stubMappings) {
		stubMappings.addMapping(mapping());
	}

	@Override
	public void save(List<StubMapping> stubMappings) {
	}

	@Override
	public void save(StubMapping stubMapping) {
	}

	@Override
	@SuppressWarnings("removal")
	public void remove(StubMapping stubMapping) {
	}

	@Override
	public void removeAll() {
	}

}
