package io.contacthub.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.WireMockTests;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.core.task.TaskDecorator;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link TaskContext}, {@link CarriedToken} and {@link TracingId}.
 */
@DisplayName("What is done on other threads")
class TaskContextTests extends WireMockTests {

	private static final String CUSTOMERS = WORKSPACE + "/customers";

	private static final Event EVENT = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byCustomerId("c1");

	private static final ThreadLocal<String> TENANT = new ThreadLocal<>();

	private final List<String> seen = new CopyOnWriteArrayList<>();

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final Node observed = workspace().client((client) -> client.observationRegistry(this.registry)
		.prefetch(3)
		.restClient((restClient) -> restClient.requestInterceptor((request, body, execution) -> {
			this.seen.add(TENANT.get() + " " + MDC.get("order"));
			return execution.execute(request, body);
		}))).build().node("n1");

	@BeforeEach
	void answer() {
		for (int page = 0; page < 4; page++) {
			answer(get(urlPathEqualTo(CUSTOMERS)).withQueryParam("page", equalTo(String.valueOf(page))),
					"{\"elements\":[{\"id\":\"c%1$d\"}],\"page\":{\"size\":1,\"totalElements\":4,\"totalPages\":4,\"number\":%1$d}}"
						.formatted(page));
		}
		server.stubFor(post(WORKSPACE + "/events").willReturn(status(202)));
		ContextRegistry.getInstance().registerThreadLocalAccessor(new TenantAccessor());
	}

	@AfterEach
	void forget() {
		ContextRegistry.getInstance().removeThreadLocalAccessor("tenant");
		TENANT.remove();
		MDC.clear();
	}

	@Test
	@DisplayName("has the observation of the caller as its parent: each page of a stream, each event")
	void carriesObservation() {
		Observation parent = Observation.start("parent", this.registry);
		try (EventPublisher publisher = EventPublisher.create(this.observed.events(),
				EventPublisher.Settings.defaults(), null)) {
			parent.scoped(() -> {
				assertThat(this.observed.customers().stream()).hasSize(4);
				assertThat(publisher.publish(EVENT)).isTrue();
			});
		}
		parent.stop();
		assertThat(this.registry).hasHandledContextsThatSatisfy(
				(contexts) -> assertThat(contexts).filteredOn((context) -> context.getName().equals("contacthub.calls"))
					.hasSize(5)
					.allSatisfy((context) -> assertThat(context.getParentObservation()).isSameAs(parent)));
	}

	@Test
	@DisplayName("has what Micrometer's context propagation knows of, and the MDC, and leaves nothing behind")
	void carriesThreadLocals() {
		try (EventPublisher publisher = EventPublisher.create(this.observed.events(),
				EventPublisher.Settings.defaults(), null)) {
			for (String tenant : List.of("red", "blue")) {
				TENANT.set(tenant);
				MDC.setContextMap(Map.of("order", tenant + "-1"));
				this.seen.clear();
				assertThat(this.observed.customers().stream()).hasSize(4);
				assertThat(publisher.publish(EVENT)).isTrue();
				assertThat(publisher.flush(Duration.ofSeconds(10))).isTrue();
				assertThat(this.seen).hasSize(5).containsOnly(tenant + " " + tenant + "-1");
			}
			TENANT.remove();
			MDC.clear();
			this.seen.clear();
			assertThat(publisher.publish(EVENT)).isTrue();
			assertThat(publisher.flush(Duration.ofSeconds(10))).isTrue();
			assertThat(this.seen).containsExactly("null null");
		}
	}

	@Test
	@DisplayName("takes the context when the reader asks, and not before")
	void takesContextInTime() {
		TENANT.set("first");
		Stream<Customer> stream = this.observed.customers().stream();
		TENANT.set("second");
		assertThat(stream).hasSize(4);
		assertThat(this.seen).hasSize(4).containsOnly("second null");
	}

	@Test
	@DisplayName("reads all pages with the token of the reader's tenant, also one that only its thread knows")
	void carriesToken() {
		ContextRegistry.getInstance().removeThreadLocalAccessor("tenant");
		Node tenants = workspace().client((client) -> client.prefetch(3).token(() -> "token-of-" + TENANT.get()))
			.build()
			.node("n1");
		TENANT.set("red");
		assertThat(tenants.customers().stream()).hasSize(4);
		verify(4,
				getRequestedFor(urlPathEqualTo(CUSTOMERS)).withHeader("Authorization", equalTo("Bearer token-of-red")));
	}

	@Test
	@DisplayName("tells that there is no token where its page is read, and gives the pages before")
	void tellsMissingToken() {
		Node tenants = workspace().client((client) -> client.prefetch(1).token(() -> {
			if (this.seen.size() == 2) {
				throw new IllegalStateException("no tenant");
			}
			this.seen.add("asked");
			return "token";
		})).build().node("n1");
		List<String> read = new CopyOnWriteArrayList<>();
		assertThatIllegalStateException()
			.isThrownBy(() -> tenants.customers().stream().forEach((customer) -> read.add(customer.id())))
			.withMessage("no tenant");
		assertThat(read).containsExactly("c0", "c1");
	}

	@Test
	@DisplayName("fails where it is waited for when a decorator fails, or does nothing, and never hangs")
	void survivesDecorators() {
		List<TaskDecorator> decorators = List.of((task) -> () -> {
			throw new IllegalStateException("odd");
		}, (task) -> () -> {
		}, (task) -> {
			throw new IllegalStateException("odd");
		});
		for (TaskDecorator decorator : decorators) {
			Node odd = workspace().client((client) -> client.prefetch(2).taskDecorator(decorator)).build().node("n1");
			assertThatIllegalStateException().isThrownBy(() -> odd.customers().stream().toList())
				.withMessageMatching("odd|A TaskDecorator has not run its task");
		}
		Node fine = workspace().client((client) -> client.prefetch(2).taskDecorator((task) -> () -> {
			task.run();
			throw new IllegalStateException("after the task");
		})).build().node("n1");
		assertThat(fine.customers().stream()).hasSize(4);
	}

	@Test
	@DisplayName("uses the token of one client for no other")
	void keepsTokensApart() {
		ContactHubClient own = workspace().client((client) -> client.prefetch(3).token(() -> "own")).build().client();
		Node other = workspace().client((client) -> client.token(() -> "other")).build().node("n1");
		assertThat(own.stream((page) -> new ApiPage<>(other.customers().findAll(page).getContent(),
				new ApiPage.Metadata(1, 4L, 4, page.getPageNumber()))))
			.hasSize(4);
		verify(4, getRequestedFor(urlPathEqualTo(CUSTOMERS)).withHeader("Authorization", equalTo("Bearer other")));
	}

	@Test
	@DisplayName("is named by the tracing id of the caller, or by that of its trace, or not at all")
	void carriesTracingId() {
		Node traced = workspace().client((client) -> client.prefetch(3).tracing("X-Tracing-ID", TENANT::get))
			.build()
			.node("n1");
		assertThat(TracingId.call("order-1", () -> this.observed.customers().stream().toList())).hasSize(4);
		verify(4, getRequestedFor(urlPathEqualTo(CUSTOMERS)).withHeader("Contactlab-Tracing-ID", equalTo("order-1")));
		server.resetRequests();
		try (EventPublisher publisher = EventPublisher.create(traced.events(), EventPublisher.Settings.defaults(),
				null)) {
			TENANT.set("trace-1");
			TracingId.run("order-2", () -> {
				publisher.publish(EVENT);
				TracingId.run("order-3", () -> publisher.publish(EVENT));
				publisher.publish(EVENT);
			});
			publisher.publish(EVENT);
			TENANT.set("");
			publisher.publish(EVENT);
		}
		verify(2, postRequestedFor(urlEqualTo(WORKSPACE + "/events")).withHeader("X-Tracing-ID", equalTo("order-2")));
		verify(1, postRequestedFor(urlEqualTo(WORKSPACE + "/events")).withHeader("X-Tracing-ID", equalTo("order-3")));
		verify(1, postRequestedFor(urlEqualTo(WORKSPACE + "/events")).withHeader("X-Tracing-ID", equalTo("trace-1")));
		verify(1, postRequestedFor(urlEqualTo(WORKSPACE + "/events")).withoutHeader("X-Tracing-ID"));
	}

	@Test
	@DisplayName("is not named by what is no tracing id")
	void refusesTracingIds() {
		for (String id : List.of("", " ", "a b", "a\nb", "é", "x".repeat(256))) {
			assertThatIllegalArgumentException().isThrownBy(() -> TracingId.run(id, () -> this.seen.add("run")))
				.withMessageStartingWith("id is '" + id + "'");
		}
		assertThat(this.seen).isEmpty();
	}

	private static final class TenantAccessor implements ThreadLocalAccessor<String> {

		@Override
		public Object key() {
			return "tenant";
		}

		@Override
		public String getValue() {
			return TENANT.get();
		}

		@Override
		public void setValue(String value) {
			TENANT.set(value);
		}

		@Override
		public void setValue() {
			TENANT.remove();
		}

	}

}
