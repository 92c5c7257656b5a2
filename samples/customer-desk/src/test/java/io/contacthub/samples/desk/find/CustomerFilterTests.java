package io.contacthub.samples.desk.find;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CustomerFilter} and its addresses.
 */
@DisplayName("Filter of customers")
class CustomerFilterTests {

	@Test
	@DisplayName("has in its address what is looked for and nothing else")
	void address() {
		CustomerFilter filter = new CustomerFilter(" Ada  Conti ", "", "vip", "1980-01-01", null,
				"marketing.automatic.email", " ", "true", "s1");
		assertThat(filter.address("/customers"))
			.isEqualTo("/customers?q=Ada%20Conti&tag=vip&bornFrom=1980-01-01&consent=marketing.automatic.email"
					+ "&enabled=true&segment=s1");
		assertThat(filter.address("/export?format=csv")).startsWith("/export?format=csv&q=Ada%20Conti&");
		assertThat(filter.parameters().toSingleValueMap()).containsOnlyKeys("q", "tag", "bornFrom", "consent",
				"enabled", "segment");
	}

	@Test
	@DisplayName("is empty when nothing is looked for")
	void empty() {
		CustomerFilter blank = new CustomerFilter("", " ", null, null, null, null, null, null, "\t");
		assertThat(blank.isEmpty()).isTrue();
		assertThat(blank).isEqualTo(CustomerFilter.none());
		assertThat(blank.address("/customers")).isEqualTo("/customers");
		assertThat(CustomerFilter.of("tag", "vip").isEmpty()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a&b=c", "100%", "{x}", "#tag", "a+b", "Größe 10/12?", "\"><script>", "città", "日本" })
	@DisplayName("comes back from its address as it was, whatever was typed:")
	void roundTrip(String text) {
		CustomerFilter filter = new CustomerFilter(text, text, text, null, null, null, null, null, text);
		Map<String, String> parameters = UriComponentsBuilder.fromUriString(filter.address("/customers"))
			.build(true)
			.getQueryParams()
			.toSingleValueMap();
		assertThat(parameters).containsOnlyKeys("q", "city", "tag", "segment");
		assertThat(parameters.values())
			.allSatisfy((value) -> assertThat(URLDecoder.decode(value, StandardCharsets.UTF_8)).isEqualTo(text));
	}

	@Test
	@DisplayName("is the same but for a part that is taken away")
	void without() {
		CustomerFilter filter = new CustomerFilter("Ada", "Milano", "vip", null, null, null, null, null, null);
		assertThat(filter.without("city").address("/customers")).isEqualTo("/customers?q=Ada&tag=vip");
	}

	@ParameterizedTest
	@CsvSource({ "bornFrom, 1980-02-30", "bornTo, yesterday", "registeredSince, +12345-01-01", "bornFrom, 1.2.1980",
			"consent, marketing.pigeon", "enabled, perhaps" })
	@DisplayName("cannot be read with what is no day and no choice:")
	void unreadable(String name, String value) {
		assertThat(CustomerFilter.of(name, value).isReadable()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "bornFrom, 1980-02-29", "consent, softSpam.email", "enabled, false", "q, 1980-02-30" })
	@DisplayName("can be read with")
	void readable(String name, String value) {
		assertThat(CustomerFilter.of(name, value).isReadable()).isTrue();
	}

	@Test
	@DisplayName("cannot be read with an end before its beginning, or a text that is too long")
	void unreadableTogether() {
		assertThat(
				new CustomerFilter(null, null, null, "1980-01-02", "1980-01-01", null, null, null, null).isReadable())
			.isFalse();
		assertThat(
				new CustomerFilter(null, null, null, "1980-01-02", "1980-01-02", null, null, null, null).isReadable())
			.isTrue();
		assertThat(CustomerFilter.of("q", "a".repeat(201)).isReadable()).isFalse();
		assertThat(CustomerFilter.of("q", "a".repeat(200)).isReadable()).isTrue();
	}

}
