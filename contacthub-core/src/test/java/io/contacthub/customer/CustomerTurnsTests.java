package io.contacthub.customer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import io.contacthub.Workspace;
import io.contacthub.json.ContactHubJson;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for changes that threads make to the tags of the same customer.
 */
@DisplayName("Threads that change tags")
@Timeout(60)
class CustomerTurnsTests {

	private final Store store = new Store();

	private final CustomerRepository customers = connect("https://hub.example/hub/v1", "n1");

	@AfterEach
	void turnsAreForgotten() {
		assertThat(CustomerTurns.size()).isZero();
	}

	@Test
	@DisplayName("take turns on a customer, also by other nodes and clients of the workspace, and lose no tag")
	void takeTurns() throws Exception {
		List<CustomerRepository> others = List.of(this.customers, connect("https://HUB.example/hub/v1/", "n1"),
				connect("https://hub.example/hub/v1", "n2"), this.customers.inSession(SessionId.random()));
		for (CustomerRepository other : others) {
			this.store.tags.put("c1", List.of("old"));
			CountDownLatch read = this.store.holdNextRead();
			Attempt first = start(() -> this.customers.addTag("c1", "first"));
			this.store.awaitRequests(1);
			Attempt second = start(() -> other.addTag("c1", "second"));
			Attempt third = start(() -> other.removeTag("c1", "old"));
			second.awaitTurn(this.store);
			third.awaitTurn(this.store);
			read.countDown();
			first.get();
			second.get();
			third.get();
			assertThat(this.store.tags.get("c1")).containsExactly("first", "second");
			this.store.requests.clear();
		}
	}

	@Test
	@DisplayName("do not wait for those of other customers and of other workspaces")
	void waitForNobodyElse() throws Exception {
		CountDownLatch read = this.store.holdNextRead();
		Attempt first = start(() -> this.customers.addTag("c1", "first"));
		this.store.awaitRequests(1);
		assertThat(this.customers.addTag("c2", "t").tags().manual()).containsExactly("t");
		assertThat(connect("https://other.example/hub/v1", "n1").addTag("c1", "t").tags().manual())
			.containsExactly("t");
		assertThat(first.isDone()).isFalse();
		read.countDown();
		first.get();
	}

	@Test
	@DisplayName("send nothing and stay interrupted when they are interrupted while they wait")
	void areInterrupted() throws Exception {
		CountDownLatch read = this.store.holdNextRead();
		Attempt first = start(() -> this.customers.addTag("c1", "first"));
		this.store.awaitRequests(1);
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		Attempt second = start(() -> {
			try {
				this.customers.addTag("c1", "second");
			}
			finally {
				interrupted.complete(Thread.currentThread().isInterrupted());
			}
		});
		second.awaitTurn(this.store);
		second.thread.interrupt();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(second::get)
			.withCauseInstanceOf(CancellationException.class);
		assertThat(interrupted.get()).isTrue();
		read.countDown();
		first.get();
		assertThat(this.store.requests).containsExactly("GET c1", "PATCH c1");
		assertThat(this.store.tags.get("c1")).containsExactly("first");
	}

	@Test
	@DisplayName("go on although they are interrupted where there is nothing to wait for")
	void areInterruptedBefore() throws Exception {
		Attempt attempt = start(() -> {
			Thread.currentThread().interrupt();
			this.customers.addTag("c1", "t");
		});
		attempt.get();
		assertThat(this.store.tags.get("c1")).containsExactly("t");
	}

	@Test
	@DisplayName("wait for their turn no longer than a call may take, and then send nothing")
	void giveUp() throws Exception {
		CountDownLatch read = this.store.holdNextRead();
		Attempt first = start(() -> this.customers.addTag("c1", "first"));
		this.store.awaitRequests(1);
		CustomerRepository hasty = connect("https://hub.example/hub/v1", "n1", Duration.ofMillis(20));
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> hasty.removeTag("c1", "t"))
			.withMessageContaining("PT0.02S");
		assertThat(this.store.requests).containsExactly("GET c1");
		read.countDown();
		first.get();
	}

	@Test
	@DisplayName("do not wait for themselves")
	void areNested() {
		CustomerRepository hasty = connect("https://hub.example/hub/v1", "n1", Duration.ofSeconds(5));
		this.store.onNextRead = () -> hasty.addTag("c1", "inner");
		hasty.addTag("c1", "outer");
		assertThat(this.store.requests).containsExactly("GET c1", "GET c1", "PATCH c1", "PATCH c1");
	}

	@Test
	@DisplayName("let the next one have its turn when they fail")
	void fail() throws Exception {
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.customers.addTag("missing", "t"));
		assertThatExceptionOfType(TagNotFoundException.class).isThrownBy(() -> this.customers.removeTag("c1", "t"));
		start(() -> this.customers.addTag("c1", "t")).get();
		assertThat(this.store.tags.get("c1")).containsExactly("t");
	}

	private CustomerRepository connect(String baseUrl, String nodeId) {
		return connect(baseUrl, nodeId, Duration.ofSeconds(60));
	}

	private CustomerRepository connect(String baseUrl, String nodeId, Duration callTimeout) {
		return Workspace.builder()
			.id("w1")
			.token("t0ken")
			.baseUrl(baseUrl)
			.client((client) -> client.requestFactory(this.store).callTimeout(callTimeout))
			.build()
			.node(nodeId)
			.customers();
	}

	private static Attempt start(Runnable action) {
		Attempt attempt = new Attempt(action);
		attempt.thread.start();
		return attempt;
	}

	/**
	 * A change on a thread of its own.
	 */
	private static final class Attempt extends FutureTask<Void> {

		private final Thread thread = new Thread(this);

		Attempt(Runnable action) {
			super(action, null);
		}

		/**
		 * Wait until the thread either waits or has made a request, which it should not.
		 */
		void awaitTurn(Store store) {
			Awaitility.await()
				.until(() -> this.thread.getState() == Thread.State.TIMED_WAITING || store.requests.size() > 1);
			assertThat(store.requests).containsExactly("GET c1");
		}

	}

	/**
	 * Holds the tags of customers as ContactHub does.
	 */
	private static final class Store implements ClientHttpRequestFactory {

		private final Map<String, List<Object>> tags = new ConcurrentHashMap<>();

		private final List<String> requests = new CopyOnWriteArrayList<>();

		private volatile Runnable onNextRead = () -> {
		};

		CountDownLatch holdNextRead() {
			CountDownLatch latch = new CountDownLatch(1);
			this.onNextRead = () -> {
				try {
					assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			};
			return latch;
		}

		void awaitRequests(int number) {
			Awaitility.await().until(() -> this.requests.size() == number);
		}

		@Override
		public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
			return new MockClientHttpRequest(method, uri) {

				@Override
				protected ClientHttpResponse executeInternal() throws IOException {
					return answer(uri, method, getBodyAsString(StandardCharsets.UTF_8));
				}

			};
		}

		private ClientHttpResponse answer(URI uri, HttpMethod method, String body) {
			String id = uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
			String key = uri.getHost().equalsIgnoreCase("hub.example") ? id : uri.getHost() + id;
			if (id.equals("missing")) {
				return json(HttpStatus.NOT_FOUND, Map.of("message", "not found", "logref", "l1", "errors", List.of()));
			}
			List<Object> present = this.tags.getOrDefault(key, List.of());
			this.requests.add(method + " " + id);
			if (method == HttpMethod.GET) {
				Runnable action = this.onNextRead;
				this.onNextRead = () -> {
				};
				action.run();
			}
			else {
				Map<?, ?> patch = ContactHubJson.mapper().readValue(body, Map.class);
				present = new ArrayList<>((List<?>) ((Map<?, ?>) patch.get("tags")).get("manual"));
				this.tags.put(key, present);
			}
			return json(HttpStatus.OK, Map.of("id", id, "tags", Map.of("manual", present)));
		}

		private static ClientHttpResponse json(HttpStatus status, Map<String, ?> document) {
			MockClientHttpResponse response = new MockClientHttpResponse(
					ContactHubJson.mapper().writeValueAsBytes(document), status);
			response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
			return response;
		}

	}

}
