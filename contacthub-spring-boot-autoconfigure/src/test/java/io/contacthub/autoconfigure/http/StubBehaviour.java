package io.contacthub.autoconfigure.http;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/**
 * A behaviour of WireMock.
 *
 * @param answer the answer to all requests but for a list
 * @param listAnswer the answer to a request for a list
 */
record StubBehaviour(ResponseDefinitionBuilder answer, ResponseDefinitionBuilder listAnswer) implements Behaviour {

	StubBehaviour(ResponseDefinitionBuilder answer) {
		this(answer, answer);
	}

	@Override
	public String begin(FaultServers servers) {
		servers.wireMock().resetAll();
		servers.wireMock().stubFor(any(anyUrl()).willReturn(this.answer));
		servers.wireMock().stubFor(get(urlPathMatching(".*/customers")).willReturn(this.listAnswer));
		return servers.stubbedAddress();
	}

	@Override
	public int requests(FaultServers servers, String lane) {
		return servers.stubbedRequests(lane);
	}

}
