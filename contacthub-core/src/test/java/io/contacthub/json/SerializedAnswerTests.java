package io.contacthub.json;

import java.util.List;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.contacthub.WireMockTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.query.Projection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DisplayName("What a repository gave, when Java has serialized it,")
class SerializedAnswerTests extends WireMockTests {

	@Test
	@DisplayName("is not read as more than it was: of a customer that was fetched in part nothing is replaced")
	void staysPartial() throws Exception {
		Customer partial = Customer.builder().id("c1").nodeId("n1").extra("x").projection(Projection.of(EXTRA)).build();
		Customer copy = SerializationTests.copy(partial);
		assertThat(copy.isFetched(EXTRA)).isTrue();
		assertThat(copy.isFetched(BASE.DOB)).isFalse();
		CustomerRepository customers = this.node.customers();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> customers.replace(partial))
			.satisfies(
					(refused) -> assertThatExceptionOfType(refused.getClass()).isThrownBy(() -> customers.replace(copy))
						.withMessage(refused.getMessage()));
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("may be a page, whose totals are kept")
	void isPage() throws Exception {
		answer(any(anyUrl()), """
				{"elements":[{"id":"c1","tags":{"manual":["a"]}}],
				"page":{"size":1,"totalElements":17,"totalPages":17,"number":2}}""");
		Page<Customer> page = this.node.customers().findAll(PageRequest.of(2, 1));
		assertThat(SerializationTests.copy(page)).isEqualTo(page);
		assertThat(SerializationTests.copy(page).getTotalElements()).isEqualTo(17);
	}

	@Test
	@DisplayName("may be a failure without an answer of ContactHub, with its cause")
	void isFailureWithoutAnswer() throws Exception {
		for (ResponseDefinitionBuilder answer : List.of(okJson("{\"elements\":"), okJson("{}"),
				aResponse().withStatus(200).withFault(Fault.CONNECTION_RESET_BY_PEER),
				aResponse().withStatus(404).withBody("<html>"))) {
			server.stubFor(any(anyUrl()).willReturn(answer));
			DataAccessException failure = catchThrowableOfType(DataAccessException.class,
					() -> this.node.customers().findAll(PageRequest.of(0, 1)));
			DataAccessException copy = SerializationTests.copy(failure);
			assertThat(copy).hasSameClassAs(failure).hasMessage(failure.getMessage());
			assertThat(ContactHubFailure.in(copy).orElseThrow().reason())
				.isEqualTo(ContactHubFailure.in(failure).orElseThrow().reason());
			assertThat(causeOf(copy)).isEqualTo(causeOf(failure));
		}
	}

	@Test
	@DisplayName("may be a failure, with all that ContactHub said")
	void isFailure() throws Exception {
		String body = """
				{"message":"no","logref":"L1","data":{"customer":{"id":"c9"}},
				"errors":[{"message":"bad","path":"/base","data":{"a":[1,null]},"code":7}]}""";
		for (int status : List.of(400, 401, 403, 404, 409, 418, 429, 500, 503)) {
			server.stubFor(any(anyUrl()).willReturn(jsonResponse(body, status)));
			DataAccessException failure = catchThrowableOfType(DataAccessException.class,
					() -> this.node.customers().insert(Customer.builder().extra("x").build()));
			DataAccessException copy = SerializationTests.copy(failure);
			assertThat(copy).hasSameClassAs(failure).hasMessage(failure.getMessage());
			assertThat(ContactHubFailure.in(copy).orElseThrow().apiError())
				.isEqualTo(ContactHubFailure.in(failure).orElseThrow().apiError());
			if (copy instanceof DuplicateKeyException) {
				assertThat(copy).extracting("existingCustomerId").isEqualTo("c9");
			}
		}
	}

	private static Class<?> causeOf(DataAccessException failure) {
		Throwable cause = ContactHubFailure.in(failure).orElseThrow().failedOperation().cause();
		return (cause != null) ? cause.getClass() : null;
	}

}
