package io.contacthub.emulator;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Handlers of the requests that fill a workspace with JSON Lines and write it as such.
 */
final class SeedOperations {

	private static final String CONTENT_TYPE = "application/x-ndjson;charset=UTF-8";

	private final ContactHubEmulator emulator;

	private final EmulatedApi api;

	SeedOperations(ContactHubEmulator emulator, EmulatedApi api) {
		this.emulator = emulator;
		this.api = api;
	}

	List<Route> routes() {
		return List.of(Route.of("POST", "seed", this::seed), Route.of("GET", "export", this::export));
	}

	private EmulatedResponse seed(EmulatedRequest request) {
		ControlInput.requireParameters(request, "workspace");
		EmulatedWorkspace workspace = ControlInput.workspace(request, this.api);
		SeedCounts counts = ControlInput.orReject(400,
				() -> this.api.seed(workspace, SeedReader.read(request.rawBody().stream())));
		return EmulatedResponse.ok(Json.object()
			.put("customers", counts.customers())
			.put("events", counts.events())
			.put("sessions", counts.sessions()));
	}

	private EmulatedResponse export(EmulatedRequest request) {
		ControlInput.requireParameters(request, "workspace");
		ControlInput.workspace(request, this.api);
		String id = Objects.requireNonNullElse(request.parameter("workspace"), this.emulator.workspaceId());
		return EmulatedResponse.streamed(200, CONTENT_TYPE, (output) -> this.emulator.export(id,
				new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8))));
	}

}
