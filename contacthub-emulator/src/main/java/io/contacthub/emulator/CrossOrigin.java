package io.contacthub.emulator;

import org.jspecify.annotations.Nullable;

/**
 * Permission for the pages of any origin to call the API and to read its answers.
 */
final class CrossOrigin {

	static final String ORIGIN = "Origin";

	static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

	static final String EXPOSE_HEADERS = "Access-Control-Expose-Headers";

	static final String EXPOSED = "Retry-After, Allow";

	private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";

	private static final String HEADERS = "Authorization, Content-Type, Contactlab-ClientId, "
			+ "Contactlab-ClientVersion, Contactlab-Tracing-ID";

	private static final int MAX_AGE = 1800;

	private CrossOrigin() {
	}

	/**
	 * Return whether a browser asks what a page may do.
	 */
	static boolean isPreflight(ReceivedRequest request) {
		return request.method().equals("OPTIONS") && request.header(ORIGIN) != null
				&& request.header("Access-Control-Request-Method") != null;
	}

	/**
	 * Answer such a question. It has no token.
	 */
	static EmulatedResponse preflight(ReceivedRequest request) {
		String headers = request.header("Access-Control-Request-Headers");
		EmulatedResponse answer = EmulatedResponse.empty(200)
			.withHeader("Access-Control-Allow-Methods", METHODS)
			.withHeader("Access-Control-Allow-Headers", (headers != null) ? headers : HEADERS)
			.withHeader("Access-Control-Max-Age", Integer.toString(MAX_AGE));
		if (request.header("Access-Control-Request-Private-Network") != null) {
			answer = answer.withHeader("Access-Control-Allow-Private-Network", "true");
		}
		return permit(request.header(ORIGIN), answer);
	}

	/**
	 * Let a page read an answer.
	 * @param origin the origin of the page, null if the caller is none
	 */
	static EmulatedResponse permit(@Nullable String origin, EmulatedResponse answer) {
		if (origin == null) {
			return answer;
		}
		return answer.withHeader(ALLOW_ORIGIN, origin).withHeader("Vary", ORIGIN).withHeader(EXPOSE_HEADERS, EXPOSED);
	}

}
