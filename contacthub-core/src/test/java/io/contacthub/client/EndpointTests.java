package io.contacthub.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.WireMockTests;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.web.service.annotation.GetExchange;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Endpoint}, and for what leads elsewhere.
 */
@DisplayName("The transport to its address")
class EndpointTests extends WireMockTests {

	@RegisterExtension
	static final WireMockExtension elsewhere = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	private static final String CUSTOMER = WORKSPACE + "/customers/c1";

	private final CustomerRepository customers = this.node.customers();

	@Test
	@DisplayName("S15 goes to the address of the vendor unless another is given")
	void hasDefaultAddress() {
		List<MockClientHttpRequest> requests = new ArrayList<>();
		ClientHttpRequestFactory engine = (uri, method) -> {
			MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
			request.setResponse(
					new MockClientHttpResponse("{\"id\":\"c1\"}".getBytes(StandardCharsets.UTF_8), HttpStatus.OK));
			requests.add(request);
			return request;
		};
		Workspace workspace = Workspace.builder()
			.id("w1")
			.token("t0ken")
			.client((client) -> client.requestFactory(engine))
			.build();
		assertThat(workspace.baseUrl()).hasToString("https://api.contactlab.it/hub/v1");
		assertThat(workspace.node("n1").customers().getById("c1").id()).isEqualTo("c1");
		assertThat(requests).singleElement().satisfies((request) -> {
			assertThat(request.getMethod()).isEqualTo(HttpMethod.GET);
			assertThat(request.getURI()).hasToString("https://api.contactlab.it/hub/v1/workspaces/w1/customers/c1");
			assertThat(request.getHeaders().get("Authorization")).containsExactly("Bearer t0ken");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/hub/v1", "/hub/v1/", "/hub/v1/workspaces", "/hub/v1/workspaces/" })
	@DisplayName("S16 takes the address with or without a slash, with or without /workspaces")
	void normalizesAddress(String path) {
		answer(get(CUSTOMER), "{\"id\":\"c1\"}");
		Workspace workspace = workspace().baseUrl(server.baseUrl() + path).build();
		assertThat(workspace.baseUrl()).hasToString(server.baseUrl() + "/hub/v1");
		assertThat(workspace.node("n1").customers().getById("c1").id()).isEqualTo("c1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "api.contactlab.it/hub/v1", "ftp://api.contactlab.it", "https://", "https://a b",
			"https://api.contactlab.it?x=1", "https://api.contactlab.it#x" })
	@DisplayName("refuses what is no address")
	void refusesMalformedAddress(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> workspace().baseUrl(url).build())
			.withMessageStartingWith("baseUrl is '" + url + "'")
			.withMessageContaining("https://api.contactlab.it/hub/v1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://user:secret@hub.example.com", "https://user:se/cret@hub.example.com",
			"https://user:se cret@hub.example.com", "http://secret@hub.example.com", "user:secret@hub.example.com",
			"//user:secret@hub.example.com" })
	@DisplayName("refuses an address with a user, and does not tell the password")
	void refusesUser(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> workspace().baseUrl(url).build())
			.withMessageStartingWith("baseUrl is '")
			.withMessageContaining("***@hub.example.com")
			.withMessageNotContaining("cret")
			.withNoCause();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://api.contactlab.it", "http://192.168.0.1:8080", "http://localhost.example.com",
			"http://127.0.0.1.example.com", "http://127.example.com", "http://[2001:db8::1]", "http://evil-localhost",
			"http://evillocalhost" })
	@DisplayName("refuses to send the token unencrypted to another machine, unless that is allowed")
	void refusesInsecureAddress(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> workspace().baseUrl(url).build())
			.withMessageContaining("the token would be sent unencrypted");
		assertThat(workspace().baseUrl(url).client((client) -> client.allowInsecureBaseUrl(true)).build().baseUrl())
			.hasToString(url + "/hub/v1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1", "http://LOCALHOST",
			"http://hub.localhost" })
	@DisplayName("may be unencrypted on this machine")
	void allowsLoopback(String url) {
		assertThat(workspace().baseUrl(url).build().baseUrl()).isNotNull();
	}

	@Test
	@DisplayName("keeps the id of the workspace in one segment of the path")
	void encodesWorkspaceId() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		CustomerRepository strange = workspace().id("w1/w 2?x#\u00E9").build().node("n1").customers();
		assertThat(strange.getById("c1").id()).isEqualTo("c1");
		verify(1, getRequestedFor(urlEqualTo("/hub/v1/workspaces/w1%2Fw%202%3Fx%23%C3%A9/customers/c1")));
		verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("follows no redirect, so that the token stays where it belongs")
	void followsNoRedirect() {
		elsewhere.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		server.stubFor(get(CUSTOMER).willReturn(temporaryRedirect(elsewhere.baseUrl() + CUSTOMER)));
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> this.customers.findById("c1"))
			.withMessageContaining("status 302");
		elsewhere.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("stops a request that an interceptor or an interface of the application leads elsewhere")
	void staysAtItsEndpoint() {
		elsewhere.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		String away = elsewhere.baseUrl();
		ContactHubClient client = workspace().build().client();
		assertThatIllegalStateException().isThrownBy(() -> client.createApi(AwayApi.class).get(URI.create(away + "/x")))
			.withMessageContaining("the token is for " + server.baseUrl());
		assertThatIllegalStateException().isThrownBy(
				() -> client.createApi(AwayApi.class).get(URI.create(server.baseUrl() + "/hub/v1/workspaces/w2/x")));
		elsewhere.verify(0, anyRequestedFor(anyUrl()));
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("stops a request that differs from its endpoint in a single part of the address")
	void checksEveryPartOfTheAddress() {
		elsewhere.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		String here = server.baseUrl();
		AwayApi api = workspace().build().client().createApi(AwayApi.class);
		assertThat(api.get(URI.create(here + CUSTOMER))).containsEntry("id", "c1");
		assertThat(api.get(URI.create(here + "/hub/v1/me"))).containsEntry("id", "c1");
		verify(2, anyRequestedFor(anyUrl()));
		List<String> others = List.of(elsewhere.baseUrl() + CUSTOMER, here.replace("localhost", "127.0.0.1") + CUSTOMER,
				here.replace("localhost", "evil.localhost") + CUSTOMER, here.replace("http:", "https:") + CUSTOMER,
				here.replace("//", "//user@") + CUSTOMER, here + "/hub/v1/workspaces/w10/customers/c1",
				here + "/hub/v1/workspaces/w1", here + "/workspaces/w1/x", here + "/x" + CUSTOMER,
				here + "/hub/v1/workspaces/w1/../w2/x", here + "/hub/v1/workspaces/w1/%2e%2E/w2/x",
				here + "/hub/v1/workspaces/w1//../../w2", here + "/hub/v1/workspaces/w1/.%2e", here + "/hub/v1/me/",
				here + "/hub/v1/me/x", here + "/hub/v1/me/..", here + "/hub/v1/mex", here + "/hub/v1/ME", here + "/me",
				here + "/hub/v1/./me", here + "/hub/v1/%6de", here + "/hub/v1//me", here + "/hub/v1/other",
				here + "/hub/v1x/me", here + "/hub/v1/workspaces/me", elsewhere.baseUrl() + "/hub/v1/me");
		for (String other : others) {
			assertThatIllegalStateException().as(other)
				.isThrownBy(() -> api.get(URI.create(other)))
				.withMessageEndingWith("was stopped: the token is for " + here + "/hub/v1 only");
		}
		elsewhere.verify(0, anyRequestedFor(anyUrl()));
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("stops a request that an interceptor of the application sends to the same path of another machine")
	void stopsRedirectingInterceptors() {
		elsewhere.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}")));
		CustomerRepository redirected = workspace().client((client) -> client.restClient((rest) -> rest
			.requestInterceptor((request, body, execution) -> execution.execute(new HttpRequestWrapper(request) {

				@Override
				public URI getURI() {
					return URI.create(elsewhere.baseUrl() + request.getURI().getRawPath());
				}

			}, body)))).build().node("n1").customers();
		assertThatIllegalStateException().isThrownBy(() -> redirected.findById("c1"))
			.withMessageStartingWith("A request to " + elsewhere.baseUrl() + " was stopped");
		elsewhere.verify(0, anyRequestedFor(anyUrl()));
	}

	/** An interface that chooses its own address. */
	interface AwayApi {

		@GetExchange
		Map<String, Object> get(URI uri);

	}

}
