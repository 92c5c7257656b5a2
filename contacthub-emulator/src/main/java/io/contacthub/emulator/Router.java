package io.contacthub.emulator;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Router that lets in the callers that may, and finds the handler of their request.
 * Requests are handled side by side.
 */
final class Router {

	private final Map<String, RouteTable> workspaces = new LinkedHashMap<>();

	private final Access access;

	private final InstantSource clock;

	/**
	 * Create a router.
	 * @param workspaces the routes of each workspace by its id, paths relative to the
	 * root of the API
	 * @param common the routes that belong to no workspace
	 * @param access the tokens
	 * @param clock the clock
	 */
	Router(Map<String, List<Route>> workspaces, List<Route> common, Access access, InstantSource clock) {
		workspaces.forEach((id, served) -> {
			List<Route> routes = new ArrayList<>(served);
			routes.addAll(common);
			this.workspaces.put(id, new RouteTable(routes));
		});
		this.access = access;
		this.clock = clock;
	}

	EmulatedResponse handle(EmulatedRequest request) {
		try {
			return dispatch(request);
		}
		catch (RequestRejectedException ex) {
			return ex.response();
		}
	}

	private EmulatedResponse dispatch(EmulatedRequest request) {
		TokenRights rights = this.access.authenticate(request.authorization());
		List<String> segments = request.segments();
		RouteTable routes = routes(segments);
		Route route = routes.find(request.method(), segments);
		if (route != null) {
			Map<String, String> variables = route.variables(segments);
			String workspace = variables.get("workspace");
			requireWorkspace(workspace);
			this.access.authorize(rights, route, workspace);
			if (request.isReindexing() && route.changesCustomers()) {
				throw RequestRejectedException.of(423, "Reindexing in progress");
			}
			return handle(route, request.withPathVariables(variables).withCaller(rights), rights);
		}
		Collection<String> methods = routes.methods(segments);
		if (methods.isEmpty()) {
			return unknownRoute(request);
		}
		return RequestRejectedException.of(405, "Request method '" + request.method() + "' not supported")
			.response()
			.withHeader("Allow", String.join(", ", methods));
	}

	/**
	 * Return the routes of the workspace of a path, or of any where there is no such one.
	 */
	private RouteTable routes(List<String> segments) {
		String workspace = (segments.size() > 1) ? segments.get(1) : "";
		RouteTable routes = this.workspaces.get(workspace);
		return (routes != null) ? routes : this.workspaces.values().iterator().next();
	}

	private static EmulatedResponse handle(Route route, EmulatedRequest request, TokenRights rights) {
		try {
			return route.handler().handle(request);
		}
		catch (RequestRejectedException ex) {
			throw (rights.kind() == TokenKind.UNTRUSTED) ? ex.withoutCustomer() : ex;
		}
	}

	private void requireWorkspace(@Nullable String id) {
		if (id != null && !this.workspaces.containsKey(id)) {
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
