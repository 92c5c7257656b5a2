package io.contacthub.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.WireMockTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The token that a server repeats")
class TokenSecrecyTests extends WireMockTests {

	private static final String TOKEN = "s3cret/token+of.the-source==";

	private final CustomerRepository customers = workspace().token(TOKEN).build().node("n1").customers();

	static Stream<String> bodies() {
		String json = TOKEN.replace("/", "\\/");
		return Stream.of("{\"message\":\"bad token " + TOKEN + "\",\"logref\":\"l\"}",
				"{\"message\":\"bad " + json + "\",\"logref\":\"" + json + "\"}",
				"{\"message\":\"bad \\u0073" + TOKEN.substring(1) + "\"}",
				"{\"message\":\"m\",\"errors\":[{\"message\":\"" + TOKEN + "\",\"path\":\"/" + TOKEN + "\",\"data\":\""
						+ TOKEN + "\",\"code\":\"" + TOKEN + "\"}]}",
				"{\"message\":\"m\",\"errors\":[\"" + TOKEN + "\"]}",
				"{\"message\":\"m\",\"errors\":{\"a\":\"" + TOKEN + "\"}}",
				"{\"message\":\"m\",\"data\":{\"headers\":{\"Authorization\":\"Bearer " + TOKEN + "\"},\"" + TOKEN
						+ "\":1}}",
				"{\"message\":{\"text\":\"" + TOKEN + "\"}}", "{\"error\":\"" + TOKEN + "\"}",
				"<p>Bearer " + TOKEN + "</p>", "<p>" + TOKEN.toUpperCase(Locale.ROOT) + "</p>",
				"token=" + URLEncoder.encode(TOKEN, StandardCharsets.UTF_8), TOKEN, "x".repeat(485) + TOKEN,
				"x".repeat(1985) + TOKEN, "{\"message\":\"" + TOKEN);
	}

	@ParameterizedTest
	@MethodSource("bodies")
	@DisplayName("is in no part of the failure, and in none of its causes")
	void isHidden(String body) {
		for (int status : new int[] { 200, 302, 400, 401, 404, 409, 500, 503 }) {
			server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
			if (status != 200) {
				assertThatExceptionOfType(DataAccessException.class)
					.isThrownBy(() -> this.customers.insert(Customer.builder().extra("x").build()))
					.satisfies(TokenSecrecyTests::assertHidden);
			}
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.customers.count())
				.satisfies(TokenSecrecyTests::assertHidden);
		}
	}

	private static void assertHidden(DataAccessException exception) {
		StringWriter trace = new StringWriter();
		exception.printStackTrace(new PrintWriter(trace));
		ContactHubFailure failure = (ContactHubFailure) exception;
		assertThat(List.of(trace.toString(), failure.apiError().toString(), failure.failedOperation().toString(),
				failure.apiError().describe(), String.valueOf(failure.logref())))
			.allSatisfy((text) -> assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("s3cret")
				.doesNotContain("the-source"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ar-EG", "fa-IR", "tr", "hi-IN-u-nu-deva" })
	@DisplayName("is hidden in all that a page may write for a letter, whatever digits the language of the JVM has")
	void isHiddenInEveryLanguage(String language) {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag(language));
			for (String letter : new String[] { "&#%d;", "&#x%x;", "%%%02X", "\\u%04x" }) {
				String written = TOKEN.chars()
					.mapToObj((character) -> String.format(Locale.ROOT, letter, character))
					.collect(Collectors.joining());
				assertThat(new TokenRedactor(List.of(TOKEN)).hide("<p>" + written + "</p>")).isEqualTo("<p>***</p>");
			}
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	@DisplayName("is hidden as a number, and when it was that of an earlier attempt")
	void isHiddenInEveryForm() {
		server.stubFor(any(anyUrl()).willReturn(
				jsonResponse("{\"message\":4815162342108,\"data\":[4815162342108],\"logref\":4815162342108}", 400)));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> workspace().token("4815162342108").build().node("n1").customers().count())
			.satisfies((ex) -> assertThat(ex.toString() + ((ContactHubFailure) ex).apiError()).doesNotContain("4815"));
		server.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"message\":\"first-token was used\"}", 503)));
		Iterator<String> tokens = List.of("first-token", "second-token", "third-token").iterator();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> workspace().client((client) -> client.token(tokens::next)).build().node("n1").customers().count())
			.withMessageContaining("*** was used");
	}

	@Test
	@DisplayName("is hidden also where it is short, but then words that hold it are not")
	void leavesWords() {
		server.stubFor(any(anyUrl())
			.willReturn(jsonResponse("{\"message\":\"the tok is wrong, tokens expire\",\"logref\":\"l\"}", 401)));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> workspace().token("tok").build().node("n1").customers().count())
			.withMessageContaining("the *** is wrong, tokens expire");
	}

}
