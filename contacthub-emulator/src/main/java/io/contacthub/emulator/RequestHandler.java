package io.contacthub.emulator;

/**
 * Answers the calls of one route.
 */
@FunctionalInterface
interface RequestHandler {

	/**
	 * Answers a call.
	 * @param request the request
	 * @return the answer
	 */
	EmulatedResponse handle(EmulatedRequest request);

}
