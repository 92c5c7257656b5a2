package io.contacthub.client;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.SerializationUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IllegalDocumentException} and {@link DocumentViolation}.
 */
@DisplayName("The refusal of a document")
class IllegalDocumentExceptionTests {

	private static final String PART = "the properties of 'viewedPage'";

	@Test
	@DisplayName("says what was not sent, and each place with its rule and what kind of value is there")
	void tellsPlacesAndRules() {
		assertThat(new IllegalDocumentException("POST /events", PART,
				List.of(new DocumentViolation("/properties/url", "format uri", "text"),
						new DocumentViolation("/properties/foo", "additionalProperties", "text"))))
			.hasMessage("POST /events was not sent: the properties of 'viewedPage' do not fit the workspace's schema: "
					+ "/properties/url must be of format uri and is another text; /properties/foo is not in the schema");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			type string | number | /a must be of type string and is a number
			type object | null | /a must be of type object and is null
			enum a, b | text | /a must be one of a, b and is another text
			format date-time | number | /a must be of format date-time and is a number
			required | nothing | /a is required and missing
			unevaluatedProperties | list | /a is not in the schema
			maximum 10 | number | /a must meet 'maximum 10' and is a number
			minItems 1 | list | /a must meet 'minItems 1' and is a list
			oneOf | object | /a must meet 'oneOf' and is an object
			pattern ^a$ | text | /a must meet 'pattern ^a$' and is a text
			""")
	@DisplayName("is in words for each rule")
	void hasWordsForRules(String rule, String found, String text) {
		assertThat(new DocumentViolation("/a", rule, found)).hasToString(text);
	}

	@Test
	@DisplayName("is as long as can be read, and one line")
	void isBounded() {
		List<DocumentViolation> many = IntStream.range(0, 150)
			.mapToObj((index) -> new DocumentViolation("/p" + index, "type string", "number"))
			.toList();
		IllegalDocumentException ex = new IllegalDocumentException("PUT /customers/{id}", PART, many);
		assertThat(ex.getMessage()).contains("/p0 ", "/p9 ").doesNotContain("/p10 ").endsWith("number (and 140 more)");
		assertThat(ex.violations()).isEqualTo(many.subList(0, 100)).isUnmodifiable();
		assertThat(ex.operation()).isEqualTo("PUT /customers/{id}");
		DocumentViolation longest = new DocumentViolation("/a\r\nb" + "x".repeat(1000), "enum " + "y".repeat(1000),
				"text");
		assertThat(longest.rule()).hasSize(100).endsWith("y\u2026");
		assertThat(longest.toString()).hasSizeLessThan(350).startsWith("/a??bxx").doesNotContain("\n", "\r");
		assertThat(new DocumentViolation("/a", "enum " + "\uD83D\uDE00".repeat(100), "text").rule())
			.matches("enum (\uD83D\uDE00)+\u2026");
	}

	@Test
	@DisplayName("can be stored, and owns its list")
	void isSerializable() {
		List<DocumentViolation> one = Collections.singletonList(new DocumentViolation("/a", "required", "nothing"));
		IllegalDocumentException copy = SerializationUtils
			.clone(new IllegalDocumentException("POST /events", PART, one));
		assertThat(copy.violations()).isEqualTo(one);
		assertThat(copy.operation()).isEqualTo("POST /events");
	}

}
