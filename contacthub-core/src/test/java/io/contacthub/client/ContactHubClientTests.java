package io.contacthub.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.contacthub.WireMockTests;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.json.ContactHubJson;
import io.contacthub.update.UpdateFilter;
import io.contacthub.update.UpdatePage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ContactHubClient}.
 */
@DisplayName("The transport")
class ContactHubClientTests extends WireMockTests {

	private static final String CUSTOMER = WORKSPACE + "/customers/c1";

	private final CustomerRepository customers = this.node.customers();

	@Test
	@DisplayName("S14 needs a workspace id and a token")
	void needsCredentials() {
		assertThatIllegalArgumentException().isThrownBy(() -> Workspace.builder().token("t").build())
			.withMessageStartingWith("workspaceId is missing");
		assertThatIllegalArgumentException().isThrownBy(() -> Workspace.builder().id(" ").token("t").build())
			.withMessageStartingWith("workspaceId is missing");
		assertThatIllegalArgumentException().isThrownBy(() -> Workspace.builder().id("w1").build())
			.withMessageStartingWith("token is missing");
		assertThatIllegalArgumentException().isThrownBy(() -> Workspace.builder().id("w1").token(" "))
			.withMessageStartingWith("token is missing");
	}

	@Test
	@DisplayName("refuses an engine that cannot send PATCH")
	void refusesSimpleEngine() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> workspace().client((client) -> client.requestFactory(new SimpleClientHttpRequestFactory()))
						.build())
			.withMessageContaining("PATCH");
	}

	@Test
	@DisplayName("asks for the token at every request")
	void rotatesToken() {
		answer(get(CUSTOMER), "{\"id\":\"c1\"}");
		AtomicReference<String> token = new AtomicReference<>("one");
		CustomerRepository rotating = workspace().client((client) -> client.token(token::get))
			.build()
			.node("n1")
			.customers();
		rotating.findById("c1");
		token.set("two");
		rotating.findById("c1");
		verify(1, getRequestedFor(urlEqualTo(CUSTOMER)).withHeader("Authorization", equalTo("Bearer one")));
		verify(1, getRequestedFor(urlEqualTo(CUSTOMER)).withHeader("Authorization", equalTo("Bearer two")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "se\ncret", "se\r\nX-Injected: cret", "se cret", "s\u00E9cret" })
	@DisplayName("sends nothing with a token that is no token, and does not say it")
	void refusesBrokenToken(String token) {
		assertThatIllegalStateException()
			.isThrownBy(() -> workspace().client((client) -> client.token(() -> token))
				.build()
				.node("n1")
				.customers()
				.findById("c1"))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("cret"));
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("carries calls that the library has no method for")
	void createsApi() {
		answer(get(WORKSPACE + "/segments/s%2F1"), "{\"id\":\"s/1\",\"name\":\"young\"}");
		ContactHubClient client = this.node.workspace().client();
		SegmentApi api = client.createApi(SegmentApi.class);
		assertThat(api.get("s/1")).containsEntry("name", "young");
		assertThat(client.createApi(SegmentApi.class)).isSameAs(api);
		assertThat(client.mutate().build().createApi(SegmentApi.class)).isNotSameAs(api);
		server.stubFor(get(WORKSPACE + "/segments/s2").willReturn(status(403)));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> api.get("s2"))
			.withMessage("GET /segments/{id} failed: status 403");
	}

	@Test
	@DisplayName("reads JSON whatever its label says")
	void readsAnyContentType() {
		for (String type : new String[] { "text/plain", "text/html", "nonsense", "application/json;charset=none",
				"a/b, c/d" }) {
			server.stubFor(get(CUSTOMER).willReturn(okJson("{\"id\":\"c1\"}").withHeader("Content-Type", type)));
			assertThat(this.customers.findById("c1")).as(type).isPresent();
		}
		server.stubFor(get(CUSTOMER).willReturn(ok("{\"id\":\"c1\"}")));
		assertThat(this.customers.findById("c1")).isPresent();
	}

	@Test
	@DisplayName("reads lists and updates alike, whatever its mapper is told for others")
	void readsEnvelopesWithAnyMapper() {
		JsonMapper mapper = ContactHubJson.mapper()
			.rebuild()
			.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();
		Workspace workspace = workspace().client((client) -> client.jsonMapper(mapper)).build();
		answer(any(anyUrl()), """
				{"elements":[{"id":"x"}],"page":{"size":50,"totalElements":1,"totalUnfilteredElements":0,"totalPages":1,
				"number":0},"lastOffset":7,"nextOffset":8,"updates":[{"operation":"CREATE"}],"later":1}""");
		assertThat(workspace.segments().findAll(PageRequest.of(0, 50)).getTotalElements()).isOne();
		assertThat(workspace.models().findContexts()).hasSize(1);
		assertThat(workspace.updates().lastOffset()).hasValue(7);
		UpdatePage page = workspace.updates().find(UpdateFilter.after(1), 1);
		assertThat(page.nextOffset()).isEqualTo(8);
		assertThat(page.updates()).hasSize(1);
		server.stubFor(post(WORKSPACE + "/events").willReturn(jsonResponse("{\"id\":\"e1\",\"later\":1}", 202)));
		Event event = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(SessionId.of("s1"));
		assertThat(workspace.node("n1").events().add(event).id()).isEqualTo("e1");
	}

	@Test
	@DisplayName("may ask ContactHub for the token of another call")
	void nestsCalls() {
		answer(get(CUSTOMER), "{\"id\":\"c1\",\"externalId\":\"t0ken2\"}");
		answer(get(WORKSPACE + "/customers/c2"), "{\"id\":\"c2\"}");
		CustomerRepository nested = workspace()
			.client((client) -> client.token(() -> this.customers.getById("c1").externalId()))
			.build()
			.node("n1")
			.customers();
		assertThat(nested.findById("c2")).isPresent();
		verify(1, getRequestedFor(urlEqualTo(WORKSPACE + "/customers/c2")).withHeader("Authorization",
				equalTo("Bearer t0ken2")));
	}

	@Test
	@DisplayName("can be changed in a copy, which shares its engine")
	void mutates() {
		server.stubFor(any(anyUrl()).willReturn(status(503)));
		AtomicInteger engines = new AtomicInteger();
		ContactHubClient client = workspace().client((builder) -> builder.requestFactory((timeLeft) -> {
			engines.incrementAndGet();
			return new JdkClientHttpRequestFactory();
		})).build().client();
		ContactHubClient changed = client.mutate().workspaceId("w2").retry(RetrySettings.none()).build();
		assertThat(changed.workspaceId()).isEqualTo("w2");
		assertThat(changed.baseUrl()).isEqualTo(client.baseUrl());
		assertThat(client.workspaceId()).isEqualTo("w1");
		assertThatExceptionOfType(TransientDataAccessException.class)
			.isThrownBy(() -> CustomerRepository.create(changed, "n1").findById("c1"));
		verify(1, getRequestedFor(urlEqualTo("/hub/v1/workspaces/w2/customers/c1")).withHeader("Authorization",
				equalTo("Bearer t0ken")));
		assertThatExceptionOfType(TransientDataAccessException.class)
			.isThrownBy(() -> CustomerRepository.create(client, "n1").findById("c1"));
		verify(3, getRequestedFor(urlEqualTo(CUSTOMER)));
		assertThat(engines).hasValue(1);
	}

	@Test
	@DisplayName("stays as it is whatever its builder and those of its copies are told afterwards")
	void keepsItsSettings() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		AtomicInteger calls = new AtomicInteger();
		ContactHubClient.Builder builder = ContactHubClient.builder()
			.workspaceId("w1")
			.token("t0ken")
			.baseUrl(server.baseUrl())
			.callTimeout(Duration.ofSeconds(7));
		ContactHubClient client = builder.build();
		List.of(builder, client.mutate())
			.forEach((changed) -> changed.callTimeout(Duration.ofMillis(1))
				.workspaceId("w2")
				.token("other")
				.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
					calls.incrementAndGet();
					return execution.execute(request, body);
				})));
		assertThat(client.callTimeout()).isEqualTo(Duration.ofSeconds(7));
		assertThat(client.mutate().build().callTimeout()).isEqualTo(Duration.ofSeconds(7));
		assertThat(CustomerRepository.create(client, "n1").findById("c1")).isPresent();
		assertThat(calls).hasValue(0);
		verify(1, getRequestedFor(urlEqualTo(CUSTOMER)).withHeader("Authorization", equalTo("Bearer t0ken")));
	}

	/** An operation without a method in the library. */
	interface SegmentApi {

		@GetExchange("/segments/{id}")
		Map<String, Object> get(@PathVariable String id);

	}

}
