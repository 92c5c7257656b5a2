package io.contacthub.emulator;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Transformer that answers the requests that reach the emulator's stub.
 */
final class EmulatorTransformer implements ResponseDefinitionTransformerV2 {

	static final String NAME = "contacthub";

	private final ApiDoor api;

	EmulatorTransformer(ApiDoor api) {
		this.api = api;
	}

	@Override
	public ResponseDefinition transform(ServeEvent serveEvent) {
		EmulatedResponse response = this.api.handle(ReceivedRequest.of(serveEvent.getRequest()));
		// a copy of the stub's response keeps the delays and faults that were set there
		ResponseDefinitionBuilder definition = ResponseDefinitionBuilder.like(serveEvent.getResponseDefinition())
			.but()
			.withStatus(response.status())
			.withBody(response.body());
		response.headers().forEach(definition::withHeader);
		return definition.build();
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
