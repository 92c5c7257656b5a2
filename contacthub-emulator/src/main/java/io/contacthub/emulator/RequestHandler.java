package io.contacthub.emulator;

/**
 * Strategy to handle the requests of one route.
 */
@FunctionalInterface
interface RequestHandler {

	/**
	 * Handle a request.
	 * @param request the request
	 * @return the response
	 */
	EmulatedResponse handle(EmulatedRequest request);

}
