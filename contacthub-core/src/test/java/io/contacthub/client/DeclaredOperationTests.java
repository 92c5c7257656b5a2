package io.contacthub.client;

import java.util.List;
import java.util.Map;

import io.contacthub.WireMockTests;
import io.contacthub.customer.Customer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DeclaredOperation}, and for what a failure says of the scopes.
 */
@DisplayName("An operation that is declared")
class DeclaredOperationTests extends WireMockTests {

	@Test
	@DisplayName("has the name that its failures have")
	void isNamed() {
		server.stubFor(any(anyUrl()).willReturn(status(418)));
		ThingsApi things = this.node.workspace().client().createApi(ThingsApi.class);
		Map<String, Runnable> calls = Map.of("GET /things/all", things::list, "GET /things/{id}", () -> things.get("1"),
				"PUT /things/{id}/name", () -> things.rename("1"), "DELETE /things/{id}", () -> things.delete("1"),
				"POST /things", things::add);
		assertThat(DeclaredOperation.of(ThingsApi.class)).extracting(DeclaredOperation::name)
			.containsExactlyInAnyOrderElementsOf(calls.keySet());
		calls.forEach((name, call) -> assertThatExceptionOfType(RuntimeException.class).isThrownBy(call::run)
			.withMessageStartingWith(name + " failed"));
	}

	@Test
	@DisplayName("tells whether its answer is needed")
	void answers() {
		assertThat(DeclaredOperation.of(ThingsApi.class)).filteredOn(DeclaredOperation::answers)
			.extracting(DeclaredOperation::name)
			.containsExactlyInAnyOrder("GET /things/all", "GET /things/{id}", "PUT /things/{id}/name");
	}

	@Test
	@DisplayName("is found, in whatever interface of this library it is, and has scopes")
	void isFound() {
		List<DeclaredOperation> all = DeclaredOperation.all(null);
		assertThat(all).extracting(DeclaredOperation::name)
			.hasSize(105)
			.doesNotHaveDuplicates()
			.contains("GET /customers", "DELETE /customers/{customerId}/likes/{id}", "POST /events")
			.doesNotContain("GET /things/all");
		assertThat(all).allSatisfy((operation) -> assertThat(operation.scopes()).as(operation.name()).isNotEmpty());
		assertThat(all).filteredOn((operation) -> operation.name().equals("POST /customers"))
			.singleElement()
			.satisfies((operation) -> assertThat(operation.scopes()).containsExactly(Scope.ADMIN, Scope.USER,
					Scope.TRUSTED_APPLICATION, Scope.UNTRUSTED_APPLICATION));
	}

	@Test
	@DisplayName("says the scopes that it needs when the token has none of them")
	void namesScopes() {
		server.stubFor(any(anyUrl()).willReturn(status(403)));
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> this.node.customers().findById("c1"))
			.withMessage("GET /customers/{id} failed: status 403; the operation needs a token with one of the scopes "
					+ "ADMIN, USER, GUEST, TRUSTED_APPLICATION");
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> this.node.customers().insert(Customer.builder().extra("x").build()))
			.withMessageEndingWith("ADMIN, USER, TRUSTED_APPLICATION, UNTRUSTED_APPLICATION");
		ThingsApi things = this.node.workspace().client().createApi(ThingsApi.class);
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class).isThrownBy(things::list)
			.withMessage("GET /things/all failed: status 403; the operation needs a token with the scope DPO");
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class).isThrownBy(() -> things.get("1"))
			.withMessage("GET /things/{id} failed: status 403");
		server.stubFor(any(anyUrl()).willReturn(status(401)));
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class).isThrownBy(things::list)
			.withMessage("GET /things/all failed: status 401");
	}

	/** What several interfaces have in common. */
	interface Deletable {

		@DeleteExchange("{id}")
		void delete(@PathVariable String id);

	}

	/** An interface of an application. */
	@HttpExchange("/things")
	interface ThingsApi extends Deletable {

		@GetExchange("/all?deep=true")
		@RequiredScopes(Scope.DPO)
		List<String> list();

		@GetExchange("/{id}")
		Map<String, Object> get(@PathVariable String id);

		@PutExchange("/{id}/name")
		ResponseEntity<String> rename(@PathVariable String id);

		@PostExchange
		ResponseEntity<Added> add();

	}

	/** What tells no more than the status. */
	@Receipt
	record Added(String id) {

	}

}
