package io.contacthub.emulator;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Lets in the callers that may, and finds the operation for their call. One call at a
 * time is answered, so that operations need no locks.
 */
final class Router {

	private final EmulatorSettings settings;

	private final List<Route> routes;

	/**
	 * Creates a router.
	 * @param settings the workspace and its token
	 * @param routes the routes, paths relative to the root of the API
	 */
	Router(EmulatorSettings settings, List<Route> routes) {
		this.settings = settings;
		this.routes = routes;
	}

	synchronized Answer answer(Call call) {
		if (call.isBadlyEncoded()) {
			return Answer.page(400, "<html><body><h1>HTTP Status 400 - Bad Request</h1></body></html>");
		}
		try {
			return dispatch(call);
		}
		catch (Rejection rejection) {
			return rejection.answer();
		}
	}

	// Runs something while no call is being answered.
	synchronized void exclusively(Runnable action) {
		action.run();
	}

	private Answer dispatch(Call call) {
		if (!("Bearer " + this.settings.token()).equals(call.header("Authorization"))) {
			throw Rejection.of(401, "The client is not authorized to access the API");
		}
		List<String> segments = call.segments();
		boolean known = false;
		for (Route route : this.routes) {
			Map<String, String> variables = route.match(segments);
			if (variables != null && route.method().equals(call.method())) {
				requireWorkspace(variables.get("workspace"));
				return route.operation().answer(call.withPathVariables(variables));
			}
			known |= (variables != null);
		}
		if (known) {
			throw Rejection.of(405, "Request method '" + call.method() + "' not supported");
		}
		return unknownRoute(call);
	}

	private void requireWorkspace(@Nullable String id) {
		if (id != null && !id.equals(this.settings.workspaceId())) {
			throw Rejection.of(403, "workspace not found: " + id);
		}
	}

	private Answer unknownRoute(Call call) {
		return Answer.of(404,
				Json.object()
					.put("timestamp", System.currentTimeMillis())
					.put("status", 404)
					.put("error", "Not Found")
					.put("message", "No message available")
					.put("path", call.path()));
	}

}
