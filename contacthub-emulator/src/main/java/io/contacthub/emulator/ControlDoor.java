package io.contacthub.emulator;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.BadMessageException;

/**
 * Door to the operations that control the emulator itself. They are below {@value #ROOT},
 * need no token, and are neither remembered nor stubbed.
 */
final class ControlDoor {

	static final String ROOT = "/emulator";

	private static final Logger logger = Logger.getLogger(ContactHubEmulator.class.getName());

	private static final Pattern LOCAL_ADDRESS = Pattern
		.compile("http://(localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?", Pattern.CASE_INSENSITIVE);

	private static final Set<String> READING = Set.of("GET", "HEAD");

	private final RouteTable routes;

	private final boolean local;

	/**
	 * Create a door.
	 * @param routes the operations, paths relative to {@value #ROOT}
	 * @param local whether only this machine can reach the emulator: a name that is not
	 * its own is then that of a page elsewhere, which has the name mean this machine
	 */
	ControlDoor(List<Route> routes, boolean local) {
		this.routes = new RouteTable(routes);
		this.local = local;
	}

	/**
	 * Answer a request if it is one of these operations.
	 * @param request the request
	 * @return the answer, or null if the path is another one
	 */
	@Nullable EmulatedResponse handle(ReceivedRequest request) {
		String path = request.path();
		if (path.startsWith(ROOT + "/")) {
			return secured(answer(request));
		}
		if (path.equals(ROOT) || (path.equals("/") && READING.contains(request.method()))) {
			return EmulatedResponse.empty(302).withHeader("Location", ROOT + "/");
		}
		return null;
	}

	private EmulatedResponse answer(ReceivedRequest request) {
		try {
			return dispatch(request);
		}
		catch (RequestRejectedException ex) {
			return error(ex.status(), ex.reason());
		}
		catch (UncheckedIOException | BadMessageException ex) {
			return error(400, "the body is not sent as its head says");
		}
		catch (RuntimeException ex) {
			logger.log(Level.SEVERE, ex, () -> request.method() + " " + request.path() + " failed");
			return error(500, "internal error of the emulator, see its log");
		}
	}

	/**
	 * Return an answer that is kept nowhere and shown by no other page.
	 */
	private static EmulatedResponse secured(EmulatedResponse answer) {
		return answer.withHeader("Cache-Control", "no-store")
			.withHeader("X-Content-Type-Options", "nosniff")
			.withHeader("X-Frame-Options", "DENY")
			.withHeader("Referrer-Policy", "no-referrer")
			.withHeader("Cross-Origin-Resource-Policy", "same-origin");
	}

	private EmulatedResponse dispatch(ReceivedRequest received) {
		EmulatedResponse refusal = refusal(received);
		if (refusal != null) {
			return refusal;
		}
		EmulatedRequest request = new EmulatedRequest(received, ROOT);
		List<String> segments = request.segments();
		Route route = this.routes.find(request.method(), segments);
		if (route != null) {
			return route.handler().handle(request.withPathVariables(route.variables(segments)));
		}
		Collection<String> methods = this.routes.methods(segments);
		if (methods.isEmpty()) {
			return error(404, "there is nothing at " + request.path());
		}
		return error(405, "method " + request.method() + " is not supported here").withHeader("Allow",
				String.join(", ", methods));
	}

	/**
	 * Refuse what a page of somebody else asks for, which a browser would let it read or
	 * change.
	 * @param request a request that would control the emulator, or WireMock
	 * @return the answer, or null if the request may pass
	 */
	@Nullable EmulatedResponse refusal(ReceivedRequest request) {
		String origin = request.header("Origin");
		if (origin != null && !origin.equals(request.address())) {
			return error(403, "pages of " + origin + " may not control the emulator");
		}
		if (this.local && !LOCAL_ADDRESS.matcher(request.address()).matches()) {
			return error(403, request.address() + " is not the name of this machine: have the emulator listen on "
					+ "another address than localhost to control it by that name");
		}
		return null;
	}

	private static EmulatedResponse error(int status, String message) {
		return EmulatedResponse.of(status, Json.object().put("message", message));
	}

}
