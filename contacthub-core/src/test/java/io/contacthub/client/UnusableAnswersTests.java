package io.contacthub.client;

import java.util.function.Consumer;

import io.contacthub.Node;
import io.contacthub.WireMockTests;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.service.annotation.GetExchange;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link UnusableAnswerException}.
 */
@DisplayName("An answer that can be read and is of no use")
class UnusableAnswersTests extends WireMockTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '!',
			textBlock = """
					{"page":{"size":1,"totalElements":0,"totalPages":0,"number":0}}                   | it has no 'elements'
					{"elements":null,"page":{"totalElements":0,"totalPages":0,"number":0}}            | it has no 'elements'
					{"elements":[{},null],"page":{"totalElements":2,"totalPages":1,"number":0}}       | its element 1 is null
					{"elements":[]}                                                                   | it has no 'page'
					{"elements":[],"page":null}                                                       | it has no 'page'
					{"elements":[],"page":{"totalElements":0,"totalPages":0}}                         | its 'page' has no 'number'
					{"elements":[],"page":{"totalElements":0,"totalPages":0,"number":-1}}             | a number of its page is negative
					{"elements":[],"page":{"size":-1,"totalElements":0,"totalPages":0,"number":0}}    | a number of its page is negative
					{"elements":[],"page":{"totalElements":0,"totalPages":0,"number":3}}              | its 'page.number' is 3 where page 0 was asked for
					""")
	@DisplayName("as a page is a failure that tells why")
	void tellsWhyPageIsOfNoUse(String answer, String fault) {
		assertFails("GET /customers", answer, fault, (node) -> node.customers().findAll(PageRequest.of(0, 1)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
			{}                | it has no 'elements'
			{"elements":[null]} | its element 0 is null
			""")
	@DisplayName("as a list of sources is a failure that tells why")
	void tellsWhySourcesAreOfNoUse(String answer, String fault) {
		assertFails("GET /customers/{customerId}/sources", answer, fault, (node) -> node.customers().findSources("c1"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '!',
			textBlock = """
					{}                                  | it has no 'elements'
					{"elements":{}}                     | it has no 'elements'
					[null]                              | its element 0 is null
					{"elements":[{"value":"v"},{"id":"..","value":"v"}]} | 'id' is '..': '.' and '..' would lead to another path, give the id that ContactHub knows
					[{"id":" ","value":"v"}]            | 'id' is blank: give the id that ContactHub knows
					""")
	@DisplayName("as a list of sessions is a failure that tells why")
	void tellsWhySessionsAreOfNoUse(String answer, String fault) {
		assertFails("GET /customers/{customerId}/sessions", answer, fault,
				(node) -> node.customers().sessions("c1").findAll());
	}

	@Test
	@DisplayName("may be that of a type of the application")
	void isRefusedByTypesOfTheApplication() {
		assertFails("GET /segments/newest", "{\"name\":null}", "it has no 'name'",
				(node) -> node.workspace().client().createApi(SegmentApi.class).newest());
	}

	@Test
	@DisplayName("is not told by other exceptions of such a type, which may quote it")
	void tellsNothingOfOtherExceptions() {
		answer(any(anyUrl()), "{\"name\":\"ann@example.com\"}");
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.node.workspace().client().createApi(SegmentApi.class).newest())
			.withMessage("GET /segments/newest failed: the answer could not be read")
			.withStackTraceContaining("ann@example.com is no name");
	}

	private void assertFails(String operation, String answer, String fault, Consumer<Node> call) {
		answer(any(anyUrl()), answer);
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> call.accept(this.node))
			.withMessage(operation + " failed: the answer cannot be used, " + fault)
			.satisfies((ex) -> {
				ContactHubFailure failure = (ContactHubFailure) ex;
				assertThat(failure.reason()).isEqualTo(FailureReason.UNREADABLE_ANSWER);
				assertThat(failure.apiError().body()).isEqualTo(answer);
			});
		verify(1, anyRequestedFor(anyUrl()));
	}

	/** An operation without a method in the library. */
	interface SegmentApi {

		@GetExchange("/segments/newest")
		Segment newest();

	}

	/**
	 * A segment, which has a name that is no address.
	 */
	record Segment(String name) {

		Segment {
			if (name == null) {
				throw new UnusableAnswerException("it has no 'name'");
			}
			if (name.contains("@")) {
				throw new IllegalArgumentException(name + " is no name");
			}
		}

	}

}
