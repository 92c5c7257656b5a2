package io.contacthub.emulator;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for one kind of the things of which a configuration has
 * several.
 */
final class ConfigurationListOperations implements EmulatedResource {

	/**
	 * Not that of the other lists.
	 */
	private static final int PAGE_SIZE = 20;

	private final ConfigurationKind kind;

	private final ConfigurationStore store;

	private final ConfigurationChecks checks;

	private final ChangeLock lock;

	private final InstantSource clock;

	ConfigurationListOperations(ConfigurationKind kind, ConfigurationStore store, ChangeLock lock,
			InstantSource clock) {
		this.kind = kind;
		this.store = store;
		this.checks = new ConfigurationChecks(store);
		this.lock = lock;
		this.clock = clock;
	}

	@Override
	public List<Route> routes() {
		String elements = this.kind.path();
		String element = elements + "/{element}";
		List<Route> routes = new ArrayList<>();
		routes.add(Route.inWorkspace("GET", elements, this::list).permitting(this.kind.readers()));
		routes.add(Route.inWorkspace("GET", element, this::read).permitting(this.kind.readers()));
		routes.add(Route.inWorkspace("PUT", element, this::replace));
		if (this.kind.isInsertable()) {
			routes.add(Route.inWorkspace("POST", elements, this::create));
		}
		if (this.kind.isRemovable()) {
			routes.add(Route.inWorkspace("DELETE", element, this::delete));
		}
		return routes;
	}

	private EmulatedResponse list(EmulatedRequest request) {
		Paging paging = Paging.of(request, PAGE_SIZE, this.store.settings().guesses());
		return EmulatedResponse
			.ok(paging.plainEnvelope(this.store.all(this.kind), (document) -> shown(document, request)));
	}

	private EmulatedResponse read(EmulatedRequest request) {
		return EmulatedResponse.ok(shown(get(request), request));
	}

	private EmulatedResponse create(EmulatedRequest request) {
		ObjectNode body = request.body();
		ObjectNode created = this.lock.call(() -> {
			Validation.check(reason(), (violations) -> this.checks.check(this.kind, body, violations));
			ObjectNode server = Json.object().put("id", UUID.randomUUID().toString());
			if (this.kind == ConfigurationKind.SOURCES) {
				server.put("token", SourceTokens.make());
			}
			return save(server, body, null);
		});
		return EmulatedResponse.of(this.kind.insertedStatus(), shown(created, request));
	}

	private EmulatedResponse replace(EmulatedRequest request) {
		get(request);
		ObjectNode body = request.body();
		ObjectNode replaced = this.lock.call(() -> {
			ObjectNode present = get(request);
			List<Violation> violations = new ArrayList<>();
			ObjectNode content = ConfigurationChecks.withoutReadOnly(this.kind.readOnly(), body, present, violations);
			this.checks.check(this.kind, content, violations);
			Validation.rejectIfAny(reason(), violations);
			ObjectNode server = Json.object();
			this.kind.readOnly().forEach((name) -> server.set(name, present.get(name)));
			if (this.kind == ConfigurationKind.USERS) {
				server.put("updatedAt", DateFormats.writeAfter(this.clock.instant(), Json.text(present, "updatedAt")));
			}
			return save(server, content, present);
		});
		return EmulatedResponse.ok(shown(replaced, request));
	}

	/**
	 * Store what the server and the request say.
	 */
	private ObjectNode save(ObjectNode server, ObjectNode content, @Nullable ObjectNode present) {
		ObjectNode document = server.setAll(CustomerDocument.filled(content, this.kind.schema()));
		if (document.has("enabled") && document.path("enabled").isNull()) {
			document.put("enabled", true);
		}
		if (this.kind == ConfigurationKind.SOURCES) {
			tellGuesses(document, present);
		}
		if (this.kind == ConfigurationKind.USERS) {
			document.path("nodes").forEach(ConfigurationListOperations::permitReading);
		}
		this.store.save(this.kind, document);
		return document;
	}

	/**
	 * A user reads a node for which nothing else is said.
	 */
	private static void permitReading(JsonNode node) {
		if (node instanceof ObjectNode object && object.path("permission").isNull()) {
			object.put("permission", "R");
		}
	}

	private void tellGuesses(ObjectNode source, @Nullable ObjectNode present) {
		Guesses guesses = this.store.settings().guesses();
		if (SourceTokens.isUntrusted(source)) {
			guesses.made(Guess.SOURCE_KIND);
		}
		if (!source.path("enabled").booleanValue() && (present == null || present.path("enabled").booleanValue())) {
			guesses.made(Guess.DISABLED_SOURCE);
		}
	}

	private EmulatedResponse delete(EmulatedRequest request) {
		this.lock.run(() -> {
			String id = get(request).path("id").stringValue();
			if (this.checks.isInHierarchy(id)) {
				throw RequestRejectedException.badRequest("node is used in the hierarchy");
			}
			this.store.remove(this.kind, id);
		});
		return EmulatedResponse.empty(200);
	}

	private ObjectNode get(EmulatedRequest request) {
		String id = request.pathVariable("element");
		ObjectNode document = this.store.find(this.kind, id);
		if (document == null) {
			throw RequestRejectedException.notFound(this.kind.noun(), id);
		}
		return document;
	}

	/**
	 * Return what a caller may see: no token but an administrator, since it permits more
	 * than to read.
	 */
	private ObjectNode shown(ObjectNode document, EmulatedRequest request) {
		if (this.kind == ConfigurationKind.SOURCES && request.caller().kind() != TokenKind.ADMIN) {
			ObjectNode copy = document.deepCopy();
			copy.remove("token");
			return copy;
		}
		return document;
	}

	private String reason() {
		return this.kind.noun() + " is not valid";
	}

}
