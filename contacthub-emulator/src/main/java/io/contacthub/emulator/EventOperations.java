package io.contacthub.emulator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for events.
 */
final class EventOperations implements EmulatedResource {

	private final ConfigurationStore configuration;

	private final EventStore store;

	private final EventRegistry registry;

	EventOperations(ConfigurationStore configuration, EventStore store, EventRegistry registry) {
		this.configuration = configuration;
		this.store = store;
		this.registry = registry;
	}

	@Override
	public List<Route> routes() {
		String events = "events";
		String event = events + "/{event}";
		return List.of(Route.inWorkspace("GET", events, this::list).permitting(TokenKind.USER, TokenKind.TRUSTED),
				Route.inWorkspace("POST", events, this::create)
					.permitting(TokenKind.USER, TokenKind.TRUSTED, TokenKind.UNTRUSTED),
				Route.inWorkspace("GET", event, this::read).permitting(TokenKind.USER, TokenKind.TRUSTED),
				Route.inWorkspace("PUT", event, this::replace)
					.permitting(TokenKind.USER, TokenKind.TRUSTED, TokenKind.UNTRUSTED),
				Route.inWorkspace("DELETE", event, this::delete).permitting(TokenKind.USER, TokenKind.TRUSTED));
	}

	@Override
	public void catchUp() {
		this.store.catchUp();
	}

	@Override
	public void clear() {
		this.store.clear();
	}

	private EmulatedResponse list(EmulatedRequest request) {
		StoredEventFilter filter = new StoredEventFilter(request);
		filter.nodeIds().forEach(this.configuration.rules()::requireNode);
		if (filter.nodeIds().isEmpty() && filter.customerId() == null) {
			this.configuration.settings().guesses().made(Guess.ALL_EVENTS);
		}
		Paging paging = Paging.of(request, this.configuration.settings().guesses());
		return EmulatedResponse.ok(paging.envelope(this.store.visible(filter), (event) -> event));
	}

	private EmulatedResponse create(EmulatedRequest request) {
		ObjectNode body = request.body();
		addClient(body, request);
		String id = this.registry.accept(body, this.configuration.settings().eventDelay(), request.author().sourceId());
		return EmulatedResponse.of(202, Json.object().put("id", id));
	}

	/**
	 * Complete the description of the client as the API does.
	 */
	private static void addClient(ObjectNode event, EmulatedRequest request) {
		if (Json.isUnset(event.get("contextInfo"))) {
			event.putObject("contextInfo");
		}
		if (event.get("contextInfo") instanceof ObjectNode contextInfo) {
			if (Json.isUnset(contextInfo.get("client"))) {
				contextInfo.putObject("client");
			}
			if (contextInfo.get("client") instanceof ObjectNode client) {
				addIfUnset(client, "userAgent", request.header("User-Agent"));
				addIfUnset(client, "ip", request.clientAddress());
			}
		}
	}

	private static void addIfUnset(ObjectNode object, String member, @Nullable String value) {
		if (value != null && Json.isUnset(object.get(member))) {
			object.put(member, value);
		}
	}

	private EmulatedResponse read(EmulatedRequest request) {
		return EmulatedResponse.ok(this.store.get(request.pathVariable("event")).document());
	}

	private EmulatedResponse replace(EmulatedRequest request) {
		this.configuration.settings().guesses().made(Guess.REPLACED_EVENT);
		StoredEvent event = this.store.get(request.pathVariable("event"));
		return EmulatedResponse.of(202, this.registry.replace(event, request.body()));
	}

	private EmulatedResponse delete(EmulatedRequest request) {
		this.registry.remove(request.pathVariable("event"));
		return EmulatedResponse.empty(204);
	}

}
