package io.contacthub.emulator;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Router that lets in the callers that may, and finds the handler of their request. One
 * request at a time is handled, so that handlers need no locks.
 */
final class Router {

	private static final String SCHEME = "Bearer ";

	private final EmulatorSettings settings;

	private final List<Route> routes;

	private final InstantSource clock;

	/**
	 * Create a router.
	 * @param settings the workspace and its token
	 * @param routes the routes, paths relative to the root of the API
	 * @param clock the clock
	 */
	Router(EmulatorSettings settings, List<Route> routes, InstantSource clock) {
		this.settings = settings;
		this.routes = routes;
		this.clock = clock;
	}

	synchronized EmulatedResponse handle(EmulatedRequest request) {
		String badEncoding = request.badEncoding();
		if (badEncoding != null) {
			return EmulatedResponse.page(400, "<html><body><h1>HTTP Status 400 - Bad Request</h1><p>"
					+ badEncoding.replace("<", "&lt;").replace(">", "&gt;") + "</p></body></html>");
		}
		try {
			return dispatch(request);
		}
		catch (RequestRejectedException ex) {
			return ex.response();
		}
	}

	/**
	 * Run something while no request is being handled.
	 */
	synchronized void exclusively(Runnable action) {
		action.run();
	}

	private EmulatedResponse dispatch(EmulatedRequest request) {
		if (!isAuthorized(request.header("Authorization"))) {
			throw RequestRejectedException.of(401, "The client is not authorized to access the API");
		}
		List<String> segments = request.segments();
		boolean known = false;
		for (Route route : this.routes) {
			Map<String, String> variables = route.match(segments);
			if (variables != null && route.method().equals(request.method())) {
				requireWorkspace(variables.get("workspace"));
				return route.handler().handle(request.withPathVariables(variables));
			}
			known |= (variables != null);
		}
		if (known) {
			throw RequestRejectedException.of(405, "Request method '" + request.method() + "' not supported");
		}
		return unknownRoute(request);
	}

	/**
	 * Return whether a header holds the token, behind a scheme that is written in any
	 * case.
	 */
	private boolean isAuthorized(@Nullable String header) {
		return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
				&& header.substring(SCHEME.length()).equals(this.settings.token());
	}

	private void requireWorkspace(@Nullable String id) {
		if (id != null && !id.equals(this.settings.workspaceId())) {
			throw RequestRejectedException.of(403, "workspace not found: " + id);
		}
	}

	private EmulatedResponse unknownRoute(EmulatedRequest request) {
		return EmulatedResponse.of(404,
				Json.object()
					.put("timestamp", this.clock.millis())
					.put("status", 404)
					.put("error", "Not Found")
					.put("message", "No message available")
					.put("path", request.path()));
	}

}
