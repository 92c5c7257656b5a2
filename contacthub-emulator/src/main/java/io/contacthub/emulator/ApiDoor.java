package io.contacthub.emulator;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Door to the API: what a server does before and after the application that it runs.
 */
final class ApiDoor {

	private static final Logger logger = Logger.getLogger(ContactHubEmulator.class.getName());

	private final RequestHandler api;

	private final boolean acceptRawBrackets;

	/**
	 * Create a door.
	 * @param api the API
	 * @param acceptRawBrackets whether square brackets of the query need not be encoded
	 */
	ApiDoor(RequestHandler api, boolean acceptRawBrackets) {
		this.api = api;
		this.acceptRawBrackets = acceptRawBrackets;
	}

	/**
	 * Answer a request.
	 * @param request the request
	 * @return the answer
	 */
	EmulatedResponse handle(ReceivedRequest request) {
		return CrossOrigin.permit(request.header(CrossOrigin.ORIGIN), answer(request));
	}

	private EmulatedResponse answer(ReceivedRequest request) {
		String problem = RequestTarget.of(request.url()).unencoded(this.acceptRawBrackets);
		if (problem != null) {
			return ErrorPage.of(400, problem);
		}
		try {
			return this.api.handle(new EmulatedRequest(request, EmulatedRequest.ROOT));
		}
		catch (RequestRejectedException ex) {
			return ex.response();
		}
		catch (RuntimeException ex) {
			RequestRejectedException failure = RequestRejectedException.of(500, "Internal error of the emulator");
			logger.log(Level.SEVERE, ex, () -> request.method() + " " + request.url() + " failed");
			return failure.response();
		}
	}

}
