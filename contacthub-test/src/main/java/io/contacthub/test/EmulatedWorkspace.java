package io.contacthub.test;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * The state of the emulator with the operations on it.
 */
final class EmulatedWorkspace {

	private final CustomerStore customers;

	private final EventStore events;

	private final Router router;

	EmulatedWorkspace(EmulatorSettings settings, InstantSource clock) {
		this.customers = new CustomerStore(new DelayedIndex(settings.indexDelay(), clock));
		this.events = new EventStore(clock);
		CustomerRegistry customerRegistry = new CustomerRegistry(settings, this.customers, clock);
		EventRegistry eventRegistry = new EventRegistry(this.events, this.customers, clock);
		List<Route> routes = new ArrayList<>();
		routes.addAll(new CustomerOperations(settings, this.customers, customerRegistry, this.events).routes());
		routes.addAll(new EventOperations(settings, this.events, eventRegistry).routes());
		routes.add(Route.of("GET", "me", (call, ids) -> Answer.ok(caller(settings))));
		this.router = new Router(settings, routes);
	}

	private static ObjectNode caller(EmulatorSettings settings) {
		ObjectNode caller = Json.object().put("id", EmulatorSettings.SOURCE_ID).put("name", "Emulator");
		ObjectNode group = caller.putNull("surname").putArray("groups").addObject();
		ObjectNode workspace = group.put("id", settings.workspaceId())
			.put("name", "Emulator")
			.putArray("workspaces")
			.addObject();
		workspace.put("id", settings.workspaceId()).put("name", "Emulator");
		workspace.putArray("nodes").addObject().put("id", settings.nodeId()).put("permission", "RW");
		return caller;
	}

	Answer answer(Call call) {
		return this.router.answer(call);
	}

	void clear() {
		this.router.exclusively(() -> {
			this.customers.clear();
			this.events.clear();
		});
	}

}
