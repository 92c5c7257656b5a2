package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.NonValidationKeyword;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

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

	private static final List<Format> FORMATS = List.of(new ApiFormat("date-time", ValueSchema.DATE_TIME),
			new ApiFormat("datetime", ValueSchema.DATE_TIME), new ApiFormat("date", ValueSchema.DATE),
			new ApiFormat("uri", ValueSchema.ADDRESS), new ApiFormat("url", ValueSchema.ADDRESS),
			new ApiFormat("ipv4", JsonSchemaDialect::checkNetwork));

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
	 * Look at an address whose prefix may have a length.
	 */
	private static void checkNetwork(JsonNode value, String pointer, List<Violation> violations) {
		String address = value.stringValue().replaceFirst("/([12]?\\d|3[0-2])$", "");
		ValueSchema.IPV4.check(JsonNodeFactory.instance.stringNode(address), pointer, violations);
	}

	/**
	 * Format of texts in the API.
	 *
	 * @param getName the name in schemas
	 * @param schema the schema of such texts
	 */
	private record ApiFormat(String getName, Schema schema) implements Format {

		@Override
		public boolean matches(ExecutionContext context, String value) {
			List<Violation> violations = new ArrayList<>();
			this.schema.check(JsonNodeFactory.instance.stringNode(value), "", violations);
			return violations.isEmpty();
		}

	}

}
