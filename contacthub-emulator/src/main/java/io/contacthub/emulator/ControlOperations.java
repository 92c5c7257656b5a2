package io.contacthub.emulator;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests that say what the emulator is and bring it into another state.
 */
final class ControlOperations {

	private final ContactHubEmulator emulator;

	private final InstantSource clock;

	/**
	 * Create the operations.
	 * @param emulator the emulator
	 * @param clock its clock
	 */
	ControlOperations(ContactHubEmulator emulator, InstantSource clock) {
		this.emulator = emulator;
		this.clock = clock;
	}

	List<Route> routes() {
		return List.of(Route.of("GET", "info", this::describe), Route.of("POST", "reset", this::reset),
				Route.of("POST", "index", this::index), Route.of("POST", "clock", this::advance));
	}

	private EmulatedResponse describe(EmulatedRequest request) {
		ControlInput.requireParameters(request);
		ObjectNode info = Json.object().put("baseUrl", request.baseUrl()).put("token", this.emulator.token());
		ArrayNode workspaces = info.putArray("workspaces");
		this.emulator.workspaces().forEach((id, nodeIds) -> {
			ArrayNode nodes = workspaces.addObject().put("id", id).putArray("nodes");
			nodeIds.forEach((node) -> nodes.addObject().put("id", node));
		});
		return EmulatedResponse.ok(info.put("now", now()));
	}

	private String now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
	}

	private EmulatedResponse reset(EmulatedRequest request) {
		ControlInput.requireParameters(request);
		ControlInput.orReject(400, () -> {
			this.emulator.reset();
			return null;
		});
		return EmulatedResponse.empty(204);
	}

	private EmulatedResponse index(EmulatedRequest request) {
		ControlInput.requireParameters(request);
		this.emulator.index();
		return EmulatedResponse.empty(204);
	}

	private EmulatedResponse advance(EmulatedRequest request) {
		ControlInput.requireParameters(request);
		ObjectNode body = ControlInput.body(request, List.of("advance"));
		return ControlInput.orReject(400, () -> {
			Duration duration = ControlInput.duration("advance", body.get("advance"));
			this.emulator.advance(duration);
			return EmulatedResponse.ok(Json.object().put("now", now()));
		});
	}

}
