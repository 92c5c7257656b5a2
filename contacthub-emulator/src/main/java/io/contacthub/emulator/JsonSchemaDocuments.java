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
import tools.jackson.databind.JsonNode;

/**
 * The files of a JSON Schema: the one that was asked for, and those that it refers to.
 */
final class JsonSchemaDocuments implements ResourceLoader {

	private static final int SHOWN = 3;

	private final Path file;

	private final Map<Path, JsonSchemaDocument> documents = new LinkedHashMap<>();

	private final Deque<JsonSchemaDocument> unchecked = new ArrayDeque<>();

	JsonSchemaDocuments(Path file) {
		this.file = file.toAbsolutePath().normalize();
		load(this.file, file + ": ");
	}

	String location() {
		return this.file.toUri().toString();
	}

	JsonNode root() {
		return load(this.file, "").tree();
	}

	private JsonSchemaDocument load(Path path, String reason) {
		JsonSchemaDocument document = this.documents.get(path);
		if (document == null) {
			document = JsonSchemaDocument.read(path, reason);
			this.documents.put(path, document);
			this.unchecked.add(document);
		}
		return document;
	}

	/**
	 * Return a file for the validator, which gets no other answer from anywhere.
	 */
	@Override
	public @Nullable InputStreamSource getResource(AbsoluteIri address) {
		if (!address.toString().startsWith("file:")) {
			return null;
		}
		byte[] content = Json.bytes(load(Path.of(URI.create(address.toString())), "").tree());
		return () -> new ByteArrayInputStream(content);
	}

	/**
	 * Compare all files with the rules of their dialects, and follow all references.
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
		if (!"file".equals(target.getScheme())) {
			throw document.invalid(place,
					"refers to " + reference + ", which is no file: nothing is loaded from elsewhere");
		}
		if (!resource.endsWith(".json")) {
			throw document.invalid(place, "refers to " + reference + ", whose name does not end with .json");
		}
		JsonSchemaDocument other = load(Path.of(URI.create(resource)), document.describe(place) + " refers to ");
		String fragment = (target.getFragment() != null) ? target.getFragment() : "";
		if (fragment.startsWith("/") && other.tree().at(fragment).isMissingNode()) {
			throw document.invalid(place, "refers to " + reference + ", which is not there");
		}
	}

}
