package io.contacthub.emulator;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Transformer that answers the requests that reach the emulator's stub.
 */
final class EmulatorTransformer implements ResponseDefinitionTransformerV2 {

	static final String NAME = "contacthub";

	private final ApiDoor api;

	private final EmulatorStores stores;

	/**
	 * Create a transformer.
	 * @param api the API
	 * @param stores what WireMock keeps
	 */
	EmulatorTransformer(ApiDoor api, EmulatorStores stores) {
		this.api = api;
		this.stores = stores;
	}

	@Override
	public ResponseDefinition transform(ServeEvent serveEvent) {
		ApiAnswer answer = this.api.handle(ReceivedRequest.of(serveEvent.getRequest()));
		EmulatedResponse response = answer.response();
		// a copy of the stub's response keeps the delays and faults that were set there
		ResponseDefinition stubbed = serveEvent.getResponseDefinition();
		ResponseDefinitionBuilder definition = ResponseDefinitionBuilder.like(stubbed)
			.but()
			.withStatus(response.status())
			.withBody(response.body());
		response.headers().forEach(definition::withHeader);
		if (answer.disconnect()) {
			definition.withFault(Fault.EMPTY_RESPONSE);
		}
		if (!answer.delay().isZero()) {
			definition.withFixedDelay(fixedDelay(stubbed) + (int) answer.delay().toMillis());
		}
		return definition.build();
	}

	private int fixedDelay(ResponseDefinition stubbed) {
		Integer delay = stubbed.getFixedDelayMilliseconds();
		if (delay == null) {
			delay = this.stores.fixedDelay();
		}
		return (delay != null) ? delay : 0;
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public boolean applyGlobally() {
		return false;
	}

}
