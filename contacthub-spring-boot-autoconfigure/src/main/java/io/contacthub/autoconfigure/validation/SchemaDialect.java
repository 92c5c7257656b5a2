package io.contacthub.autoconfigure.validation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.contacthub.json.DateTimes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Dialects of JSON Schema that workspaces describe documents in: the drafts from 4 on,
 * and ContactHub's own, which follows draft 4. Dates have the forms that this library
 * reads; keywords that nobody knows are no matter.
 */
final class SchemaDialect {

	static final String DEFAULT = Dialects.getDraft202012().getId();

	private static final String CONTACT_HUB = "http://api.contactlab.it/hub#";

	/** Keywords whose values are no schemas, whatever they look like. */
	private static final Set<String> VALUES = Set.of("enum", "const", "default", "example", "examples",
			"contactlabProperties");

	private static final Pattern IPV4 = Pattern
		.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}(/([12]?\\d|3[0-2]))?");

	private static final List<Format> FORMATS = List.of(new TextFormat("date-time", SchemaDialect::isDateTime),
			new TextFormat("datetime", SchemaDialect::isDateTime),
			new TextFormat("date", (text) -> text.length() == 10 && DateTimes.parseDate(text) != null),
			new TextFormat("uri", SchemaDialect::isUri), new TextFormat("url", SchemaDialect::isUri),
			new TextFormat("ipv4", IPV4.asMatchPredicate()));

	/**
	 * The known dialects.
	 */
	static final List<Dialect> ALL = Stream
		.of(Dialect.builder(Dialects.getDraft4()), Dialect.builder(Dialects.getDraft6()),
				Dialect.builder(Dialects.getDraft7()), Dialect.builder(Dialects.getDraft201909()),
				Dialect.builder(Dialects.getDraft202012()), Dialect.builder(CONTACT_HUB, Dialects.getDraft4()))
		.map((dialect) -> dialect.formats(FORMATS)
			.unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
			.build())
		.toList();

	private SchemaDialect() {
	}

	private static boolean isDateTime(String text) {
		return text.length() > 10 && DateTimes.parse(text) != null;
	}

	private static boolean isUri(String text) {
		try {
			new URI(text);
			return true;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Return the dialect that a schema names, {@code null} when it is not known.
	 */
	private static @Nullable String dialectOf(ObjectNode schema) {
		String dialect = withoutHash(schema.path("$schema").asString(DEFAULT));
		return ALL.stream()
			.map(Dialect::getId)
			.filter((id) -> withoutHash(id).equals(dialect))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the address of the schema that a schema has to follow, {@code null} when its
	 * dialect is not known.
	 */
	static @Nullable String rulesOf(ObjectNode schema) {
		String dialect = dialectOf(schema);
		return CONTACT_HUB.equals(dialect) ? Dialects.getDraft4().getId() : dialect;
	}

	private static String withoutHash(String id) {
		return id.endsWith("#") ? id.substring(0, id.length() - 1) : id;
	}

	/**
	 * Return a schema as it can be used anywhere: without ids, so that its references
	 * lead into itself, with the dialect in its one spelling, and with types such as
	 * {@code number/null} as others write them.
	 */
	static ObjectNode normalized(ObjectNode schema) {
		ObjectNode copy = schema.deepCopy();
		normalize(copy, false);
		String dialect = dialectOf(copy);
		return (dialect != null) ? copy.put("$schema", dialect) : copy;
	}

	/**
	 * Normalize a node.
	 * @param named whether its members are named by the author of the schema
	 */
	private static void normalize(JsonNode node, boolean named) {
		if (node instanceof ObjectNode object) {
			if (!named) {
				normalizeKeywords(object);
			}
			object.forEachEntry((name, value) -> {
				if (named || !VALUES.contains(name)) {
					normalize(value, !named && SchemaPath.isNaming(name));
				}
			});
		}
		else if (node.isArray()) {
			node.forEach((item) -> normalize(item, false));
		}
	}

	private static void normalizeKeywords(ObjectNode schema) {
		for (String id : new String[] { "id", "$id" }) {
			if (schema.path(id).isString() && !schema.path(id).stringValue().startsWith("#")) {
				schema.remove(id);
			}
		}
		JsonNode type = schema.path("type");
		if (type.isString() && type.stringValue().contains("/")) {
			ArrayNode types = schema.putArray("type");
			for (String each : type.stringValue().split("/")) {
				types.add(each);
			}
		}
	}

	/**
	 * Format of texts.
	 *
	 * @param getName the name in schemas
	 * @param test tells which texts have the format
	 */
	private record TextFormat(String getName, Predicate<String> test) implements Format {

		@Override
		public boolean matches(ExecutionContext context, String value) {
			return this.test.test(value);
		}

	}

}
