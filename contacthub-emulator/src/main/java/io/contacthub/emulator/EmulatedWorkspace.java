package io.contacthub.emulator;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * The state of the emulator, with the handlers of the requests that read and change it.
 */
final class EmulatedWorkspace {

	private final CustomerStore customers;

	private final EventStore events;

	private final SessionStore sessions = new SessionStore();

	private final SampleData sampleData;

	private final Router router;

	EmulatedWorkspace(EmulatorSettings settings, InstantSource clock) {
		Uniqueness uniqueness = new Uniqueness(settings);
		this.customers = new CustomerStore(new DelayedIndex(settings.indexDelay(), clock), uniqueness);
		this.events = new EventStore(clock);
		CustomerRegistry customerRegistry = new CustomerRegistry(settings, this.customers, uniqueness, clock);
		SessionRegistry sessionRegistry = new SessionRegistry(this.sessions, this.customers, this.events);
		EventRegistry eventRegistry = new EventRegistry(settings, this.events,
				new EventCustomers(this.customers, customerRegistry, sessionRegistry), clock);
		this.sampleData = new SampleData(settings.nodeId(), customerRegistry, eventRegistry);
		List<Route> routes = new ArrayList<>();
		routes.addAll(new CustomerOperations(settings, this.customers, customerRegistry, sessionRegistry,
				new QueryReader(this.events::documentsOf))
			.routes());
		for (ItemKind part : ItemKind.values()) {
			routes.addAll(new ItemOperations(part, this.customers, customerRegistry).routes());
		}
		routes.addAll(new SessionOperations(this.sessions, sessionRegistry, this.customers).routes());
		routes.addAll(new SourceOperations(this.customers).routes());
		routes.addAll(new EventOperations(settings, this.events, eventRegistry).routes());
		routes.add(Route.of("GET", "me", (request) -> EmulatedResponse.ok(caller(settings))));
		this.router = new Router(settings, routes, clock);
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

	EmulatedResponse handle(EmulatedRequest request) {
		return this.router.handle(request);
	}

	void populate(int number) {
		this.router.exclusively(() -> {
			this.sampleData.add(number);
			this.customers.catchUp();
		});
	}

	void clear() {
		this.router.exclusively(() -> {
			this.sampleData.clear();
			this.customers.clear();
			this.events.clear();
			this.sessions.clear();
		});
	}

}
