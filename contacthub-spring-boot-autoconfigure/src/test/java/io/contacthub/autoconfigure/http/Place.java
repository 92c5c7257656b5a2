package io.contacthub.autoconfigure.http;

import java.util.function.Function;

/**
 * An address at which no request ever arrives.
 *
 * @param address its address
 */
record Place(Function<FaultServers, String> address) implements Behaviour {

	@Override
	public String begin(FaultServers servers) {
		servers.wireMock().resetAll();
		return this.address.apply(servers);
	}

	@Override
	public int requests(FaultServers servers, String lane) {
		return servers.stubbedRequests(lane);
	}

}
