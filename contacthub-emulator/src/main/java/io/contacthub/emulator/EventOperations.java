package io.contacthub.emulator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operations on events.
 */
final class EventOperations {

	private final EmulatorSettings settings;

	private final EventStore store;

	private final EventRegistry registry;

	EventOperations(EmulatorSettings settings, EventStore store, EventRegistry registry) {
		this.settings = settings;
		this.store = store;
		this.registry = registry;
	}

	List<Route> routes() {
		String events = "workspaces/{workspace}/events";
		String event = events + "/{event}";
		return List.of(Route.of("GET", events, this::list), Route.of("POST", events, this::create),
				Route.of("GET", event, this::read), Route.of("PUT", event, this::replace),
				Route.of("DELETE", event, this::delete));
	}

	private Answer list(Call call) {
		EventFilter filter = new EventFilter(call);
		filter.nodeIds().forEach(this.settings::requireNode);
		Paging paging = Paging.of(call);
		List<ObjectNode> events = this.store.visible(filter).stream().map(StoredEvent::document).toList();
		return Answer.ok(paging.envelope(events, (event) -> event));
	}

	private Answer create(Call call) {
		ObjectNode body = call.body();
		addClient(body, call);
		String id = this.registry.accept(body, this.settings.eventDelay());
		return Answer.of(202, Json.object().put("id", id));
	}

	// Completes the description of the client as the API does.
	private static void addClient(ObjectNode event, Call call) {
		if (Json.isUnset(event.get("contextInfo"))) {
			event.putObject("contextInfo");
		}
		if (event.get("contextInfo") instanceof ObjectNode contextInfo) {
			if (Json.isUnset(contextInfo.get("client"))) {
				contextInfo.putObject("client");
			}
			if (contextInfo.get("client") instanceof ObjectNode client) {
				addIfUnset(client, "userAgent", call.header("User-Agent"));
				addIfUnset(client, "ip", call.clientAddress());
			}
		}
	}

	private static void addIfUnset(ObjectNode object, String member, @Nullable String value) {
		if (value != null && Json.isUnset(object.get(member))) {
			object.put(member, value);
		}
	}

	private Answer read(Call call) {
		return Answer.ok(event(call).document());
	}

	private Answer replace(Call call) {
		return Answer.of(202, this.registry.replace(event(call), call.body()));
	}

	private Answer delete(Call call) {
		this.store.remove(event(call).id());
		return Answer.empty(204);
	}

	private StoredEvent event(Call call) {
		String id = call.pathVariable("event");
		StoredEvent event = this.store.find(id);
		if (event == null) {
			throw Rejection.notFound("event", id);
		}
		return event;
	}

}
