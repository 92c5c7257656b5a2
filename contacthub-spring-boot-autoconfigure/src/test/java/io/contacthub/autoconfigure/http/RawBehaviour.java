package io.contacthub.autoconfigure.http;

import java.io.IOException;

/**
 * A behaviour of the {@link MisbehavingServer}.
 *
 * @param readsRequest whether the request is read to its end first
 * @param script what is said then
 */
record RawBehaviour(boolean readsRequest, Script script) implements Behaviour {

	static RawBehaviour reading(Script script) {
		return new RawBehaviour(true, script);
	}

	static RawBehaviour deaf(Script script) {
		return new RawBehaviour(false, script);
	}

	@Override
	public String begin(FaultServers servers) {
		servers.raw().behave(this);
		return servers.raw().url();
	}

	@Override
	public int requests(FaultServers servers, String lane) {
		return servers.raw().requests(lane);
	}

	/** What is said in one conversation. */
	@FunctionalInterface
	interface Script {

		void play(Conversation conversation) throws IOException;

	}

}
