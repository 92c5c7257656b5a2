package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handlers of the requests for the properties that customers of the workspace can have.
 */
final class PropertyOperations implements EmulatedResource {

	private static final List<String> READ_ONLY = List.of("name", "description");

	private static final String REASON = "schema of the extended properties is not valid";

	private final ConfigurationStore store;

	private final ChangeLock lock;

	PropertyOperations(ConfigurationStore store, ChangeLock lock) {
		this.store = store;
		this.lock = lock;
	}

	@Override
	public List<Route> routes() {
		String base = "configuration/properties/base";
		String extended = "configuration/properties/extended";
		return List.of(
				Route.inWorkspace("GET", base, (request) -> listBase())
					.permitting(TokenKind.USER, TokenKind.GUEST, TokenKind.TRUSTED),
				Route.inWorkspace("PUT", base + "/{property}", this::replaceBase),
				Route.inWorkspace("GET", extended, (request) -> readExtended())
					.permitting(TokenKind.USER, TokenKind.GUEST, TokenKind.TRUSTED),
				Route.inWorkspace("PUT", extended, this::replaceExtended));
	}

	private EmulatedResponse listBase() {
		List<ObjectNode> properties = this.store.baseProperties()
			.all()
			.stream()
			.map(StoredConfiguration::document)
			.toList();
		return EmulatedResponse.ok(Json.object().set("elements", Json.arrayOf(properties)));
	}

	private EmulatedResponse replaceBase(EmulatedRequest request) {
		get(request);
		ObjectNode body = request.body();
		ObjectNode replaced = this.lock.call(() -> {
			ObjectNode present = get(request);
			Validation.check("property is not valid", (violations) -> {
				ObjectNode content = ConfigurationChecks.withoutReadOnly(READ_ONLY, body, present, violations);
				ConfigurationSchemas.BASE_PROPERTY.check(content, "", violations);
			});
			ObjectNode document = present.deepCopy().put("enabled", body.path("enabled").asBoolean(true));
			this.store.saveBaseProperty(document);
			return document;
		});
		return EmulatedResponse.ok(replaced);
	}

	private ObjectNode get(EmulatedRequest request) {
		String name = request.pathVariable("property");
		StoredConfiguration property = this.store.baseProperties().find(name);
		if (property == null) {
			throw RequestRejectedException.notFound("property", name);
		}
		return property.document();
	}

	private EmulatedResponse readExtended() {
		return EmulatedResponse.ok(Json.object().set("schema", this.store.extendedProperties().document()));
	}

	/**
	 * Take the schema, or an object with nothing but it as answers have, where it may be
	 * a text too.
	 */
	private EmulatedResponse replaceExtended(EmulatedRequest request) {
		ObjectNode body = request.body();
		ExtendedProperties properties = properties(
				(body.size() == 1 && body.has("schema")) ? unwrapped(body.path("schema")) : body);
		this.lock.run(() -> this.store.save(properties));
		return readExtended();
	}

	private static ObjectNode unwrapped(JsonNode wrapped) {
		if ((wrapped.isString() ? Json.parse(wrapped.stringValue()) : wrapped) instanceof ObjectNode schema) {
			return schema;
		}
		throw RequestRejectedException.invalid(REASON, List.of(new Violation("/schema", "expected object")));
	}

	private ExtendedProperties properties(ObjectNode document) {
		ExtendedProperties present = this.store.extendedProperties();
		if (document.equals(present.document())) {
			return present;
		}
		if (document.isEmpty() || document.equals(ValueSchema.FREE_OBJECT.document())) {
			return new ExtendedProperties(document, ValueSchema.FREE_OBJECT);
		}
		try {
			return new ExtendedProperties(StoredObject.of(document), OwnSchemas.of(document));
		}
		catch (UnusableSchemaException ex) {
			throw RequestRejectedException.invalid(REASON, List.of(ex.violation()));
		}
		catch (UnsupportedOperationException ex) {
			throw RequestRejectedException.of(501, String.valueOf(ex.getMessage()));
		}
	}

}
