package io.contacthub.emulator;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.NonValidationKeyword;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The dialects of JSON Schema that files may be written in. In all of them formats are
 * those of ContactHub.
 */
final class JsonSchemaDialect {

	static final String DEFAULT = Dialects.getDraft202012().getId();

	/**
	 * The {@code $schema} of ContactHub's own schemas, which follow draft 4.
	 */
	static final String CONTACT_HUB = "http://api.contactlab.it/hub#";

	private static final List<Format> FORMATS = List.of(new ApiFormat("date-time", ValueSchema.DATE_TIME::accepts),
			new ApiFormat("datetime", ValueSchema.DATE_TIME::accepts), new ApiFormat("date", ValueSchema.DATE::accepts),
			new ApiFormat("uri", ValueSchema.ADDRESS::accepts), new ApiFormat("url", ValueSchema.ADDRESS::accepts),
			new ApiFormat("ipv4", JsonSchemaDialect::isNetwork));

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

	private JsonSchemaDialect() {
	}

	/**
	 * Return the address of the schema that schemas of a dialect have to follow.
	 */
	static String rulesOf(String dialect) {
		return dialect.equals(CONTACT_HUB) ? Dialects.getDraft4().getId() : dialect;
	}

	/**
	 * Return whether this is an address, whose prefix may have a length.
	 */
	private static boolean isNetwork(JsonNode value) {
		String address = value.stringValue().replaceFirst("/([12]?\\d|3[0-2])$", "");
		return ValueSchema.IPV4.accepts(StringNode.valueOf(address));
	}

	/**
	 * Format of texts in the API.
	 *
	 * @param getName the name in schemas
	 * @param test tells which texts have the format
	 */
	private record ApiFormat(String getName, Predicate<JsonNode> test) implements Format {

		@Override
		public boolean matches(ExecutionContext context, String value) {
			return this.test.test(StringNode.valueOf(value));
		}

	}

}
