package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for the parts of a configuration of which there is one.
 */
final class ConfigurationDocumentOperations implements EmulatedResource {

	private final ConfigurationStore store;

	private final ConfigurationChecks checks;

	private final ChangeLock lock;

	ConfigurationDocumentOperations(ConfigurationStore store, ChangeLock lock) {
		this.store = store;
		this.checks = new ConfigurationChecks(store);
		this.lock = lock;
	}

	@Override
	public List<Route> routes() {
		List<Route> routes = new ArrayList<>();
		for (ConfigurationDocument kind : ConfigurationDocument.values()) {
			routes
				.add(Route.inWorkspace("GET", kind.path(), (request) -> EmulatedResponse.ok(this.store.document(kind)))
					.permitting(kind.readers()));
			routes.add(Route.inWorkspace("PUT", kind.path(), (request) -> replace(kind, request.body())));
		}
		return routes;
	}

	@Override
	public void clear() {
		this.store.clear();
	}

	private EmulatedResponse replace(ConfigurationDocument kind, ObjectNode body) {
		ObjectNode replaced = this.lock.call(() -> {
			List<Violation> violations = new ArrayList<>();
			List<String> readOnly = (kind == ConfigurationDocument.SETTINGS) ? List.of("tier") : List.of();
			ObjectNode content = ConfigurationChecks.withoutReadOnly(readOnly, body, this.store.document(kind),
					violations);
			this.checks.check(kind, content, violations);
			Validation.rejectIfAny(kind.noun() + " is not valid", violations);
			ObjectNode document = complete(kind, content);
			this.store.save(kind, document);
			return document;
		});
		return EmulatedResponse.ok(replaced);
	}

	private ObjectNode complete(ConfigurationDocument kind, ObjectNode content) {
		ObjectNode document = CustomerDocument.filled(content, kind.schema());
		if (kind == ConfigurationDocument.SETTINGS) {
			setIfUnset(document, "timezone", WorkspaceRules.TIMEZONE.getId());
			setIfUnset(document, "currency", "EUR");
			setIfUnset(document, "customerUniquenessPolicy", "MERGE");
			document.set("tier", this.store.document(kind).get("tier"));
		}
		if (document.path("caseSensitive").isNull()) {
			document.put("caseSensitive", true);
		}
		return document;
	}

	private static void setIfUnset(ObjectNode document, String member, String value) {
		if (document.path(member).isNull()) {
			document.put(member, value);
		}
	}

}
