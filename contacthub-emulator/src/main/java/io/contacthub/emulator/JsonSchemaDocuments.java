package io.contacthub.emulator;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.resource.InputStreamSource;
import com.networknt.schema.resource.ResourceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a JSON Schema: the one that was asked for, and the files that it
 * refers to.
 */
final class JsonSchemaDocuments implements ResourceLoader {

	private static final int SHOWN = 3;

	private final JsonSchemaDocument root;

	private final Map<URI, JsonSchemaDocument> documents = new LinkedHashMap<>();

	private final Deque<JsonSchemaDocument> unchecked = new ArrayDeque<>();

	JsonSchemaDocuments(JsonSchemaDocument root) {
		this.root = root;
		add(root);
	}

	private JsonSchemaDocument add(JsonSchemaDocument document) {
		this.documents.put(document.address(), document);
		this.unchecked.add(document);
		return document;
	}

	/**
	 * Return a document for the validator, which gets no other answer from anywhere.
	 */
	@Override
	public @Nullable InputStreamSource getResource(AbsoluteIri address) {
		JsonSchemaDocument document = this.documents.get(URI.create(address.toString()));
		if (document == null) {
			return null;
		}
		byte[] content = Json.bytes(document.tree());
		return () -> new ByteArrayInputStream(content);
	}

	/**
	 * Compare all documents with the rules of their dialects, and follow all references.
	 * @throws IllegalArgumentException if there is something wrong
	 */
	void check(SchemaRegistry registry) {
		for (JsonSchemaDocument next = this.unchecked.poll(); next != null; next = this.unchecked.poll()) {
			JsonSchemaDocument document = next;
			checkRules(document, registry);
			document.references().forEach((place, reference) -> follow(document, place, reference));
		}
	}

	private static void checkRules(JsonSchemaDocument document, SchemaRegistry registry) {
		String dialect = document.dialect();
		List<String> known = JsonSchemaDialect.ALL.stream().map(Dialect::getId).toList();
		if (known.stream().noneMatch((id) -> withoutHash(id).equals(withoutHash(dialect)))) {
			throw document.invalid("/$schema", "unknown '" + dialect + "', known are " + String.join(", ", known));
		}
		List<Error> errors = registry.getSchema(SchemaLocation.of(JsonSchemaDialect.rulesOf(dialect)))
			.validate(document.tree());
		if (!errors.isEmpty()) {
			throw document.invalid("",
					String.join("; ",
							errors.stream()
								.limit(SHOWN)
								.map((error) -> JsonSchemaViolations.of("", error))
								.map((violation) -> violation.path() + " " + violation.message())
								.toList()));
		}
	}

	private static String withoutHash(String id) {
		return id.endsWith("#") ? id.substring(0, id.length() - 1) : id;
	}

	private void follow(JsonSchemaDocument document, String place, String reference) {
		URI target = document.resolve(place, reference);
		String address = target.toString();
		int hash = address.indexOf('#');
		String resource = (hash < 0) ? address : address.substring(0, hash);
		if (JsonSchemaDialect.ALL.stream().anyMatch((dialect) -> withoutHash(dialect.getId()).equals(resource))) {
			return;
		}
		JsonSchemaDocument known = this.documents.get(URI.create(resource));
		JsonSchemaDocument other = (known != null) ? known : load(document, place, reference, resource);
		String fragment = (target.getFragment() != null) ? target.getFragment() : "";
		if (fragment.startsWith("/") && other.tree().at(fragment).isMissingNode()) {
			throw document.invalid(place, "refers to " + reference + ", which is not there");
		}
	}

	private JsonSchemaDocument load(JsonSchemaDocument document, String place, String reference, String resource) {
		if (!this.root.isFile()) {
			throw document.invalid(place, "refers to " + reference + ", which is outside of the schema");
		}
		if (!resource.startsWith("file:")) {
			throw document.invalid(place,
					"refers to " + reference + ", which is no file: nothing is loaded from elsewhere");
		}
		if (!resource.endsWith(".json")) {
			throw document.invalid(place, "refers to " + reference + ", whose name does not end with .json");
		}
		Path file = Path.of(URI.create(resource));
		return add(JsonSchemaDocument.read(file, document.describe(place) + " refers to "));
	}

}
