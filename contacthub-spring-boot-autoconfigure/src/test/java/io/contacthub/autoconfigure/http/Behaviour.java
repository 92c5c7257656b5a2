package io.contacthub.autoconfigure.http;

/**
 * What a server does to every request of a call.
 */
interface Behaviour {

	/**
	 * Begin to behave like this.
	 * @return the address of the server
	 */
	String begin(FaultServers servers);

	/**
	 * How many requests of a lane have arrived since it began.
	 */
	int requests(FaultServers servers, String lane);

}
