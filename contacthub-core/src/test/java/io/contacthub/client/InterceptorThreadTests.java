package io.contacthub.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.contacthub.WireMockTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.support.HttpRequestWrapper;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for interceptors of the application that have a request made on another thread,
 * as bulkheads and time limiters do.
 */
@DisplayName("An interceptor of the application that goes on in another thread")
class InterceptorThreadTests extends WireMockTests {

	private static final String CUSTOMER = WORKSPACE + "/customers/c1";

	private final ExecutorService executor = Executors.newSingleThreadExecutor();

	@AfterEach
	void endThreads() {
		this.executor.shutdownNow();
	}

	@Test
	@DisplayName("has the request authenticated and its answer read as on the thread of the caller")
	void makesRequestsOnAnotherThread() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		CustomerRepository customers = customers(this::onAnotherThread);
		assertThat(customers.findById("c1")).isPresent();
		assertThat(customers.insert(Customer.builder().extra("x").build()).id()).isEqualTo("c1");
		verify(2, anyRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t0ken")));
	}

	@Test
	@DisplayName("has requests repeated, and their failures told, as without it")
	void repeatsRequestsOnAnotherThread() {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"message\":\"t0ken is tired\"}", 503)));
		CustomerRepository customers = customers(this::onAnotherThread);
		assertThatExceptionOfType(TransientDataAccessException.class).isThrownBy(() -> customers.findById("c1"))
			.withMessage("GET /customers/{id} failed after 3 attempts: status 503, message: *** is tired");
		assertThatExceptionOfType(TransientDataAccessException.class)
			.isThrownBy(() -> customers.insert(Customer.builder().extra("x").build()))
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).attempts()).isEqualTo(1));
		answer(any(anyUrl()), "<t0ken>");
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> customers.findById("c1"))
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).apiError().body()).isEqualTo("<***>"));
	}

	@Test
	@DisplayName("does not have a POST repeated that was sent by the other thread")
	void remembersWhatAnotherThreadSent() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		CustomerRepository customers = customers((request, body, execution) -> {
			onAnotherThread(request, body, execution);
			throw new ConnectException("no audit");
		});
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> customers.insert(Customer.builder().extra("x").build()))
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).reason()).isEqualTo(FailureReason.CONNECTION_LOST));
		verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("may get its token from another call")
	void nestsCallsOnAnotherThread() {
		answer(get(CUSTOMER), "{\"id\":\"c1\",\"externalId\":\"t0ken2\"}");
		answer(get(WORKSPACE + "/customers/c2"), "{\"id\":\"c2\"}");
		CustomerRepository customers = workspace()
			.client((client) -> client.token(() -> this.node.customers().getById("c1").externalId())
				.restClient((rest) -> rest.requestInterceptor(this::onAnotherThread)))
			.build()
			.node("n1")
			.customers();
		assertThat(customers.findById("c2")).isPresent();
		verify(1, anyRequestedFor(urlEqualTo(WORKSPACE + "/customers/c2")).withHeader("Authorization",
				equalTo("Bearer t0ken2")));
	}

	@Test
	@DisplayName("and gives up waiting for it is not disturbed by what comes of it later")
	void forgetsAttemptsThatWereGivenUp() {
		server.stubFor(get(CUSTOMER).withHeader("X-Attempt", equalTo("1")).willReturn(status(404)));
		server.stubFor(get(CUSTOMER).withHeader("X-Attempt", equalTo("2"))
			.willReturn(okJson("{\"id\":\"c1\",\"extra\":\"x\"}")));
		CompletableFuture<Void> late = new CompletableFuture<>();
		AtomicReference<Future<ClientHttpResponse>> first = new AtomicReference<>();
		CustomerRepository customers = customers((request, body, execution) -> {
			if (first.get() == null) {
				request.getHeaders().set("X-Attempt", "1");
				first.set(this.executor.submit(() -> {
					late.join();
					return execution.execute(request, body);
				}));
				throw new IOException("given up");
			}
			request.getHeaders().set("X-Attempt", "2");
			ClientHttpResponse response = execution.execute(request, body);
			late.complete(null);
			assertThat(join(first.get()).getStatusCode().value()).isEqualTo(404);
			return response;
		});
		assertThat(customers.getById("c1").extra()).isEqualTo("x");
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is told what to do when it puts another request in place of that of the client")
	void refusesRequestsWithoutAttributes() {
		CustomerRepository customers = customers(
				(request, body, execution) -> execution.execute(new RequestWithoutAttributes(request.getURI()), body));
		assertThatIllegalStateException().isThrownBy(() -> customers.findById("c1"))
			.withMessageContaining("HttpRequestWrapper");
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("may wrap the request, and sees the token in none of its attributes")
	void hidesTokenInAttributes() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		List<String> seen = new CopyOnWriteArrayList<>();
		CustomerRepository customers = customers((request, body, execution) -> {
			ClientHttpResponse response = onAnotherThread(new HttpRequestWrapper(request), body, execution);
			seen.add(request.getAttributes().toString());
			return response;
		});
		assertThat(customers.findById("c1")).isPresent();
		assertThat(seen).singleElement().satisfies((attributes) -> assertThat(attributes).doesNotContain("t0ken"));
	}

	@Test
	@DisplayName("sends the token and the tracing id of the caller, and not those of that thread")
	void sendsIdentityOfCaller() throws Exception {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
		CustomerRepository customers = workspace()
			.client((client) -> client.token(() -> "t0ken-" + tenant.get())
				.restClient((rest) -> rest.requestInterceptor(this::onAnotherThread)))
			.build()
			.node("n1")
			.customers();
		try {
			for (String name : List.of("A", "B")) {
				// the thread of the pool inherits the tenant of the first
				tenant.set(name);
				TracingId.run("trace-" + name, () -> customers.findById("c1"));
				verify(1, anyRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t0ken-" + name))
					.withHeader(TracingId.HEADER, equalTo("trace-" + name)));
			}
		}
		finally {
			tenant.remove();
		}
	}

	@Test
	@DisplayName("has pages that are read ahead sent with the token of the reader")
	void sendsTokenOfReader() {
		answer(get(urlPathEqualTo(WORKSPACE + "/customers")), """
				{"page":{"size":50,"totalElements":2,"totalPages":2,"number":0},"elements":[{"id":"c0"}]}""");
		server.stubFor(
				get(urlPathEqualTo(WORKSPACE + "/customers")).withQueryParam("page", equalTo("1")).willReturn(okJson("""
						{"page":{"size":50,"totalElements":2,"totalPages":2,"number":1},"elements":[{"id":"c1"}]}""")));
		ThreadLocal<String> tenant = new ThreadLocal<>();
		tenant.set("reader");
		try (Stream<Customer> stream = workspace()
			.client((client) -> client.token(() -> "t0ken-" + tenant.get())
				.restClient((rest) -> rest.requestInterceptor(this::onAnotherThread)))
			.build()
			.node("n1")
			.customers()
			.stream()) {
			stream.forEach((customer) -> {
			});
		}
		finally {
			tenant.remove();
		}
		verify(2, anyRequestedFor(anyUrl()));
		verify(2, anyRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t0ken-reader")));
	}

	@Test
	@DisplayName("may send several requests at once: a write of which one was sent is not made again")
	void hedgesWithoutRepeatingWrites() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch sent = new CountDownLatch(1);
		AtomicInteger requests = new AtomicInteger();
		ClientHttpRequestFactory engine = new JdkClientHttpRequestFactory();
		ExecutorService hedges = Executors.newCachedThreadPool();
		CustomerRepository customers = workspace().client((client) -> client.requestFactory((uri, method) -> {
			if (requests.incrementAndGet() == 1) {
				begun.countDown();
				await(sent);
				throw new ConnectException("refused");
			}
			return engine.createRequest(uri, method);
		}).restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
			Future<ClientHttpResponse> first = hedges.submit(() -> execution.execute(request, body));
			await(begun);
			join(hedges.submit(() -> execution.execute(request, body))).close();
			sent.countDown();
			return join(first);
		}))).build().node("n1").customers();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> customers.insert(Customer.builder().extra("x").build()));
		verify(1, anyRequestedFor(anyUrl()));
		hedges.shutdown();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private CustomerRepository customers(ClientHttpRequestInterceptor interceptor) {
		return workspace().client((client) -> client.restClient((rest) -> rest.requestInterceptor(interceptor)))
			.build()
			.node("n1")
			.customers();
	}

	private ClientHttpResponse onAnotherThread(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		return join(this.executor.submit(() -> execution.execute(request, body)));
	}

	private static ClientHttpResponse join(Future<ClientHttpResponse> response) throws IOException {
		try {
			return response.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new IOException(ex.getCause());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A request that an interceptor has made anew, and not well.
	 */
	private record RequestWithoutAttributes(URI uri) implements HttpRequest {

		@Override
		public HttpMethod getMethod() {
			return HttpMethod.GET;
		}

		@Override
		public URI getURI() {
			return this.uri;
		}

		@Override
		public Map<String, Object> getAttributes() {
			return Map.of();
		}

		@Override
		public HttpHeaders getHeaders() {
			return new HttpHeaders();
		}

	}

}
