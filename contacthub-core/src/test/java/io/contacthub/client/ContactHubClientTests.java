package io.contacthub.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import javax.net.ssl.SSLPeerUnverifiedException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.contacthub.WireMockTests;
import io.contacthub.Workspace;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.util.StreamUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.GetExchange;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
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
	@DisplayName("sends bodies with their length, and shows the token to no interceptor of the application")
	void showsTokenToNobody() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		List<String> seen = new ArrayList<>();
		Workspace workspace = workspace().client((client) -> client
			.restClient((restClient) -> restClient.requestInterceptor((request, body, execution) -> {
				seen.add(request.getHeaders().toString());
				ClientHttpResponse response = execution.execute(request, body);
				seen.add(request.getHeaders().toString());
				return response;
			}))).build();
		workspace.node("n1").customers().insert(Customer.builder().extra("é").build());
		verify(1,
				anyRequestedFor(anyUrl()).withHeader("Content-Length", equalTo("28"))
					.withoutHeader("Transfer-Encoding")
					.withHeader("Authorization", equalTo("Bearer t0ken")));
		assertThat(seen).hasSize(2).noneMatch((headers) -> headers.contains("t0ken"));
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
		verify(1, anyRequestedFor(anyUrl()));
		List<String> others = List.of(elsewhere.baseUrl() + CUSTOMER, here.replace("localhost", "127.0.0.1") + CUSTOMER,
				here.replace("localhost", "evil.localhost") + CUSTOMER, here.replace("http:", "https:") + CUSTOMER,
				here.replace("//", "//user@") + CUSTOMER, here + "/hub/v1/workspaces/w10/customers/c1",
				here + "/hub/v1/workspaces/w1", here + "/workspaces/w1/x", here + "/x" + CUSTOMER,
				here + "/hub/v1/workspaces/w1/../w2/x", here + "/hub/v1/workspaces/w1/%2e%2E/w2/x",
				here + "/hub/v1/workspaces/w1//../../w2", here + "/hub/v1/workspaces/w1/.%2e");
		for (String other : others) {
			assertThatIllegalStateException().as(other)
				.isThrownBy(() -> api.get(URI.create(other)))
				.withMessageEndingWith("was stopped: the token is for " + here + "/hub/v1 only");
		}
		elsewhere.verify(0, anyRequestedFor(anyUrl()));
		verify(1, anyRequestedFor(anyUrl()));
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
	@DisplayName("carries calls that the library has no method for")
	void createsApi() {
		answer(get(WORKSPACE + "/segments/s%2F1"), "{\"id\":\"s/1\",\"name\":\"young\"}");
		SegmentApi api = this.node.workspace().client().createApi(SegmentApi.class);
		assertThat(api.get("s/1")).containsEntry("name", "young");
		server.stubFor(get(WORKSPACE + "/segments/s2").willReturn(status(403)));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> api.get("s2"))
			.withMessage("GET /segments/{id} failed: status 403");
	}

	@Test
	@DisplayName("gives up on an answer that does not come, and says so")
	void timesOut() {
		server.stubFor(get(CUSTOMER).willReturn(okJson("{}").withFixedDelay(2000)));
		JdkClientHttpRequestFactory quick = new JdkClientHttpRequestFactory();
		quick.setReadTimeout(Duration.ofMillis(100));
		CustomerRepository impatient = workspace()
			.client((client) -> client.requestFactory(quick).retry(RetrySettings.none()))
			.build()
			.node("n1")
			.customers();
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> impatient.findById("c1"))
			.withMessageStartingWith("GET /customers/{id} failed: no answer in time")
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).apiError()).isNull());
	}

	@Test
	@DisplayName("says after how many attempts the network failed")
	void countsAttempts() throws IOException {
		int closedPort;
		try (ServerSocket socket = new ServerSocket(0)) {
			closedPort = socket.getLocalPort();
		}
		CustomerRepository unreachable = workspace().baseUrl("http://localhost:" + closedPort)
			.build()
			.node("n1")
			.customers();
		assertThatExceptionOfType(TransientDataAccessException.class).isThrownBy(() -> unreachable.findById("c1"))
			.withMessageStartingWith("GET /customers/{id} failed after 3 attempts: ContactHub could not be reached")
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).attempts()).isEqualTo(3));
		assertThatExceptionOfType(TransientDataAccessException.class)
			.isThrownBy(() -> unreachable.insert(Customer.builder().externalId("x").build()))
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).attempts()).isEqualTo(3));
	}

	@ParameterizedTest
	@ValueSource(ints = { 423, 429, 502, 503, 504 })
	@DisplayName("repeats a GET after a temporary failure")
	void repeatsGet(int status) {
		server.stubFor(get(CUSTOMER).inScenario("s")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(status(status))
			.willSetStateTo("up"));
		server.stubFor(get(CUSTOMER).inScenario("s").whenScenarioStateIs("up").willReturn(okJson("{\"id\":\"c1\"}")));
		assertThat(this.customers.findById("c1")).isPresent();
		verify(2, getRequestedFor(urlEqualTo(CUSTOMER)));
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
	@DisplayName("keeps status and beginning of an answer that cannot be read, and out of its message what it held")
	void keepsUnreadableAnswers() {
		answer(get(CUSTOMER), "{\"id\":\"c1\",\"extra\":\"ann@example.com" + "x".repeat(5000));
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> this.customers.findById("c1"))
			.withMessage("GET /customers/{id} failed: the answer could not be read")
			.satisfies((ex) -> {
				ContactHubFailure failure = (ContactHubFailure) ex;
				assertThat(failure.apiError().status()).isEqualTo(200);
				assertThat(failure.apiError().body()).startsWith("{\"id\":\"c1\"").hasSize(503);
				assertThat(failure.reason()).isEqualTo(FailureReason.UNREADABLE_ANSWER);
				assertThat(failure.attempts()).isEqualTo(1);
			});
	}

	@Test
	@DisplayName("does not read more than allowed")
	void limitsSize() {
		CustomerRepository bounded = workspace().client((client) -> client.maxResponseSize(DataSize.ofBytes(1000)))
			.build()
			.node("n1")
			.customers();
		String document = "{\"id\":\"c1\",\"extra\":\"%s\"}";
		answer(get(CUSTOMER), document.formatted("x".repeat(1000 - document.length() + 2)));
		assertThat(bounded.findById("c1")).isPresent();
		answer(get(CUSTOMER), document.formatted("x".repeat(1000 - document.length() + 3)));
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> bounded.findById("c1"))
			.withMessage("GET /customers/{id} failed: the answer is longer than 1000 bytes: if that is right, "
					+ "raise maxResponseSize");
		verify(2, getRequestedFor(urlEqualTo(CUSTOMER)));
	}

	@Test
	@Timeout(10)
	@DisplayName("ends a call when its time is over, though the answer goes on")
	void limitsTime() {
		server.stubFor(get(CUSTOMER).willReturn(
				okJson("{\"id\":\"c1\",\"extra\":\"" + "x".repeat(1000) + "\"}").withChunkedDribbleDelay(100, 20_000)));
		CustomerRepository impatient = workspace().client((client) -> client.callTimeout(Duration.ofMillis(500)))
			.build()
			.node("n1")
			.customers();
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> impatient.findById("c1"))
			.withMessage("GET /customers/{id} failed: no answer in time");
	}

	@Test
	@DisplayName("lets through what an interceptor or the source of the token throws")
	void passesOnOtherExceptions() {
		UnsupportedOperationException thrown = new UnsupportedOperationException("no");
		CustomerRepository intercepted = workspace()
			.client((client) -> client.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
				throw thrown;
			})))
			.build()
			.node("n1")
			.customers();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> intercepted.findById("c1"))
			.isSameAs(thrown);
		CustomerRepository tokenless = workspace().client((client) -> client.token(() -> {
			throw thrown;
		})).build().node("n1").customers();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> tokenless.findById("c1"))
			.isSameAs(thrown);
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("does not repeat a POST that was sent, whatever an interceptor fails with afterwards")
	void doesNotRepeatForInterceptors() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		List<IOException> failures = List.of(new ConnectException("no audit"), new UnknownHostException("no audit"),
				new SSLPeerUnverifiedException("no audit"), new IOException("no audit"));
		for (IOException failure : failures) {
			server.resetRequests();
			CustomerRepository audited = workspace()
				.client((client) -> client.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
					execution.execute(request, body);
					throw failure;
				})))
				.build()
				.node("n1")
				.customers();
			assertThatExceptionOfType(TransientDataAccessException.class)
				.isThrownBy(() -> audited.insert(Customer.builder().externalId("e1").build()))
				.isInstanceOfSatisfying(ContactHubFailure.class, (thrown) -> {
					assertThat(thrown.attempts()).isEqualTo(1);
					assertThat(thrown.reason()).isEqualTo(FailureReason.CONNECTION_LOST);
				})
				.withCause(failure);
			verify(1, anyRequestedFor(anyUrl()));
		}
	}

	@Test
	@DisplayName("repeats a POST for an interceptor that has not let it through")
	void repeatsForInterceptors() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		AtomicInteger calls = new AtomicInteger();
		CustomerRepository guarded = workspace()
			.client((client) -> client.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
				if (calls.incrementAndGet() < 3) {
					throw new ConnectException("no gate");
				}
				return execution.execute(request, body);
			})))
			.build()
			.node("n1")
			.customers();
		assertThat(guarded.insert(Customer.builder().externalId("e1").build()).id()).isEqualTo("c1");
		verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("repeats a POST whose second attempt was not sent, though its first one was")
	void forgetsWhatTheAttemptBeforeSent() {
		server.stubFor(any(anyUrl()).inScenario("s")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(status(503).withHeader("Retry-After", "0"))
			.willSetStateTo("up"));
		server.stubFor(any(anyUrl()).inScenario("s").whenScenarioStateIs("up").willReturn(okJson("{\"id\":\"c1\"}")));
		AtomicInteger calls = new AtomicInteger();
		CustomerRepository guarded = workspace()
			.client((client) -> client.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
				if (calls.incrementAndGet() == 2) {
					throw new ConnectException("no gate");
				}
				return execution.execute(request, body);
			})))
			.build()
			.node("n1")
			.customers();
		assertThat(guarded.insert(Customer.builder().externalId("e1").build()).id()).isEqualTo("c1");
		assertThat(calls).hasValue(3);
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("keeps the first 64 KB of each text of an error and no more")
	void limitsErrors() {
		String document = "{\"message\":\"m\",\"data\":\"%s\"}";
		String most = "x".repeat(64 * 1024);
		server.stubFor(get(CUSTOMER).willReturn(status(400).withBody(document.formatted(most))));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.customers.findById("c1"))
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).apiError().data()).isEqualTo(most));
		server.stubFor(get(CUSTOMER).willReturn(status(400).withBody(document.formatted(most + "xxxx"))));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.customers.findById("c1"))
			.satisfies((ex) -> {
				assertThat(((ContactHubFailure) ex).apiError().message()).isEqualTo("m");
				assertThat(((ContactHubFailure) ex).apiError().data()).isEqualTo(most + "...");
			});
	}

	@Test
	@DisplayName("logs what becomes of each attempt")
	void logsAttempts() {
		Logger logger = (Logger) LoggerFactory.getLogger(RequestRetrier.class);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		logger.addAppender(log);
		logger.setLevel(Level.DEBUG);
		try {
			server.stubFor(any(anyUrl()).willReturn(status(503)));
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.customers.findById("c1"));
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.customers.insert(Customer.builder().externalId("e1").build()));
			server.stubFor(get(CUSTOMER).inScenario("s").willReturn(status(502)).willSetStateTo("well"));
			server.stubFor(
					get(CUSTOMER).inScenario("s").whenScenarioStateIs("well").willReturn(okJson("{\"id\":\"c1\"}")));
			assertThat(this.customers.findById("c1")).isPresent();
			CustomerRepository interrupted = workspace()
				.client((client) -> client.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
					Thread.currentThread().interrupt();
					return new MockClientHttpResponse(new byte[0], HttpStatus.SERVICE_UNAVAILABLE);
				})))
				.build()
				.node("n1")
				.customers();
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> interrupted.findById("c1"));
			assertThat(Thread.interrupted()).isTrue();
		}
		finally {
			logger.detachAppender(log);
			logger.setLevel(null);
		}
		assertThat(log.list.stream().map((event) -> event.getFormattedMessage().replaceAll("\\d+ ms", "n ms")))
			.startsWith("GET /customers/{id} failed at attempt 1 (status 503): repeating it in n ms",
					"GET /customers/{id} failed at attempt 2 (status 503): repeating it in n ms",
					"GET /customers/{id} failed at attempt 3 (status 503): there are no attempts left",
					"POST /customers failed at attempt 1 (status 503): it is not to be repeated",
					"GET /customers/{id} failed at attempt 1 (status 502): repeating it in n ms",
					"GET /customers/{id} succeeded at attempt 2")
			.last(InstanceOfAssertFactories.STRING)
			.isEqualTo("GET /customers/{id} failed at attempt 1 (status 503): "
					+ "it is not repeated, since the thread is interrupted");
	}

	@Test
	@DisplayName("lets an interceptor answer in place of ContactHub")
	void acceptsAnswersOfInterceptors() {
		CustomerRepository cached = workspace().client((client) -> client
			.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> new MockClientHttpResponse(
					(request.getURI().getPath().endsWith("c1") ? "{\"id\":\"c1\"}" : "<html>")
						.getBytes(StandardCharsets.UTF_8),
					HttpStatus.OK))))
			.build()
			.node("n1")
			.customers();
		assertThat(cached.findById("c1")).isPresent();
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> cached.findById("c2"));
	}

	@Test
	@DisplayName("knows an error whatever the handlers of the application make of it")
	void knowsErrorsByStatus() {
		List<Consumer<RestClient.Builder>> customizers = List
			.of((rest) -> rest.defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
				throw new UnsupportedOperationException("of the application");
			}), (rest) -> rest.defaultStatusHandler(HttpStatusCode::isError,
					(request, response) -> StreamUtils.drain(response.getBody())));
		for (Consumer<RestClient.Builder> customizer : customizers) {
			server.resetRequests();
			server.stubFor(any(anyUrl()).willReturn(notFound()));
			server.stubFor(get(CUSTOMER).willReturn(status(503).withBody("{\"message\":\"later\"}")));
			CustomerRepository handled = workspace().client((client) -> client.restClient(customizer))
				.build()
				.node("n1")
				.customers();
			assertThat(handled.findById("c2")).isEmpty();
			assertThatExceptionOfType(TransientDataAccessException.class).isThrownBy(() -> handled.findById("c1"))
				.withMessage("GET /customers/{id} failed after 3 attempts: status 503, message: later");
			verify(3, getRequestedFor(urlEqualTo(CUSTOMER)));
		}
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

	@Test
	@DisplayName("says that a translator gave no exception")
	void refusesEmptyTranslation() {
		server.stubFor(get(CUSTOMER).willReturn(status(500)));
		CustomerRepository untranslated = workspace().client((client) -> client.errorTranslator((operation) -> null))
			.build()
			.node("n1")
			.customers();
		assertThatIllegalStateException().isThrownBy(() -> untranslated.findById("c1"))
			.withMessageContaining("gave no exception")
			.withMessageEndingWith("GET /customers/{id} failed: status 500");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>" })
	@DisplayName("counts all attempts of a call whose last answer cannot be read")
	void countsAttemptsOfUnreadableAnswers(String answer) {
		server.stubFor(get(CUSTOMER).inScenario("s")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(status(503))
			.willSetStateTo("up"));
		server.stubFor(get(CUSTOMER).inScenario("s").whenScenarioStateIs("up").willReturn(okJson(answer)));
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> this.customers.findById("c1"))
			.withMessageStartingWith("GET /customers/{id} failed after 2 attempts: the answer ")
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).attempts()).isEqualTo(2));
		verify(2, getRequestedFor(urlEqualTo(CUSTOMER)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 404, 409, 500, 501 })
	@DisplayName("does not repeat what would fail again")
	void doesNotRepeatErrors(int status) {
		server.stubFor(any(anyUrl()).willReturn(status(status)));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.customers.getById("c1"));
		verify(1, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	@DisplayName("never repeats a POST that may have been carried out")
	void doesNotRepeatPost(int status) {
		server.stubFor(any(anyUrl()).willReturn(status(status)));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.customers.insert(Customer.builder().externalId("x").build()));
		verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("never repeats a POST whose answer was cut off")
	void doesNotRepeatBrokenPost() {
		for (Fault fault : List.of(Fault.EMPTY_RESPONSE, Fault.CONNECTION_RESET_BY_PEER)) {
			server.resetAll();
			server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
			assertThatExceptionOfType(TransientDataAccessException.class)
				.isThrownBy(() -> this.customers.insert(Customer.builder().externalId("x").build()));
			verify(1, anyRequestedFor(anyUrl()));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 423, 429, 503 })
	@DisplayName("repeats a POST that was certainly not carried out")
	void repeatsRefusedPost(int status) {
		server.stubFor(any(anyUrl()).willReturn(status(status).withHeader("Retry-After", "0")));
		assertThatExceptionOfType(TransientDataAccessException.class)
			.isThrownBy(() -> this.customers.insert(Customer.builder().externalId("x").build()))
			.withMessageContaining("failed after 3 attempts");
		verify(3, anyRequestedFor(anyUrl()));
	}

	/** An operation without a method in the library. */
	interface SegmentApi {

		@GetExchange("/segments/{id}")
		Map<String, Object> get(@PathVariable String id);

	}

	/** An interface that chooses its own address. */
	interface AwayApi {

		@GetExchange
		Map<String, Object> get(URI uri);

	}

}
