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

	private final SwitchedFaults faults;

	/**
	 * Create a door.
	 * @param api the API
	 * @param acceptRawBrackets whether square brackets of the query need not be encoded
	 * @param faults the faults that are switched on
	 */
	ApiDoor(RequestHandler api, boolean acceptRawBrackets, SwitchedFaults faults) {
		this.api = api;
		this.acceptRawBrackets = acceptRawBrackets;
		this.faults = faults;
	}

	/**
	 * Answer a request.
	 * @param request the request
	 * @return the answer
	 */
	ApiAnswer handle(ReceivedRequest request) {
		return this.faults.apply((reindexing) -> answer(request, reindexing))
			.map((response) -> CrossOrigin.permit(request.header(CrossOrigin.ORIGIN), response));
	}

	private EmulatedResponse answer(ReceivedRequest request, boolean reindexing) {
		String problem = RequestTarget.of(request.url()).unencoded(this.acceptRawBrackets);
		if (problem != null) {
			return ErrorPage.of(400, problem);
		}
		try {
			EmulatedRequest emulated = new EmulatedRequest(request, EmulatedRequest.ROOT);
			return this.api.handle(reindexing ? emulated.whileReindexing() : emulated);
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
