package io.contacthub.client;

import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.contacthub.Node;
import io.contacthub.WireMockTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.data.domain.PageRequest;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link DocumentValidator}s and how they are asked.
 */
@DisplayName("A validator of documents")
class DocumentValidatorTests extends WireMockTests {

	private static final Event EVENT = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(SessionId.of("s1"));

	private static final IllegalDocumentException REFUSAL = new IllegalDocumentException("POST /events",
			"the properties", List.of(new DocumentViolation("/a", "required", "nothing")));

	private final List<String> operations = new CopyOnWriteArrayList<>();

	private final List<JsonNode> documents = new CopyOnWriteArrayList<>();

	private final Node validated = node((client) -> client.documentValidator((owner) -> (operation, document) -> {
		this.operations.add(operation);
		this.documents.add(document.get());
	}));

	private static Node node(Consumer<ContactHubClient.Builder> client) {
		return workspace().client(client).build().node("n1");
	}

	@BeforeEach
	void answer() {
		answer(any(anyUrl()),
				"{\"id\":\"c1\",\"nodeId\":\"n1\",\"elements\":[],\"page\":{\"size\":50,\"totalElements\":0,\"totalPages\":0,\"number\":0}}");
	}

	@Test
	@DisplayName("is asked for each document, by the name of its operation, and given it as it is sent")
	void isAskedForEachDocument() {
		Customer customer = Customer.builder().externalId("e1").extended(JsonObject.of("since", Instant.EPOCH)).build();
		this.validated.customers().insert(customer);
		this.validated.customers().replace(customer.withId("c1"));
		this.validated.customers().patch("c1", CustomerPatch.builder().clear("extra").build());
		this.validated.customer(customer).post().edit((changed) -> changed.withExtra("x")).patch();
		this.validated.events().add(EVENT);
		this.validated.events()
			.replace(Event.of(EVENT.toMap())
				.with((event) -> event.id("v1").registeredAt(Instant.EPOCH).updatedAt(Instant.EPOCH)));
		try (EventPublisher publisher = EventPublisher.create(this.validated.events(),
				EventPublisher.Settings.defaults(), null)) {
			publisher.publish(EVENT);
		}
		this.validated.workspace().client().createApi(ThingApi.class).add(Map.of("at", Instant.EPOCH));
		assertThat(this.operations).containsExactly("POST /customers", "PUT /customers/{id}", "PATCH /customers/{id}",
				"POST /customers", "PATCH /customers/{id}", "POST /events", "PUT /events/{id}", "POST /events",
				"POST /things");
		List<JsonNode> sent = new ArrayList<>();
		for (ServeEvent event : server.getAllServeEvents()) {
			sent.add(0, ContactHubJson.mapper().readTree(event.getRequest().getBodyAsString()));
		}
		assertThat(this.documents).isEqualTo(sent);
	}

	@Test
	@DisplayName("is not asked where there is no document, and makes its document when it looks at it only")
	void isNotAskedWithoutDocument() {
		this.validated.customers().findById("c1");
		this.validated.customers().deleteById("c1");
		this.validated.customers().findAll(PageRequest.of(0, 1));
		assertThat(this.operations).isEmpty();
		int[] made = new int[1];
		Node lazy = node((client) -> client.documentValidator((owner) -> (operation, document) -> {
			if (operation.equals("POST /things/looked-at")) {
				assertThat(document.get()).isSameAs(document.get());
			}
		}));
		Map<String, Object> counting = new AbstractMap<>() {

			@Override
			public Set<Entry<String, Object>> entrySet() {
				made[0]++;
				return Map.<String, Object>of("a", 1).entrySet();
			}

		};
		lazy.workspace().client().createApi(ThingApi.class).add(counting);
		int unseen = made[0];
		made[0] = 0;
		lazy.workspace().client().createApi(ThingApi.class).addLookedAt(counting);
		assertThat(made[0]).isGreaterThan(unseen);
	}

	@Test
	@DisplayName("refuses a document before anything is sent or observed, by an exception that comes out as it is")
	void refuses() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		Node refusing = node(
				(client) -> client.observationRegistry(registry).documentValidator((owner) -> (operation, document) -> {
					this.operations.add(operation);
					throw REFUSAL;
				}));
		assertThatIllegalArgumentException().isThrownBy(() -> refusing.events().add(EVENT)).isSameAs(REFUSAL);
		List<Throwable> told = new CopyOnWriteArrayList<>();
		EventPublisher publisher = EventPublisher.create(refusing.events(), EventPublisher.Settings.defaults(),
				(event, failure) -> told.add(failure));
		publisher.publish(EVENT);
		publisher.close();
		assertThat(told).containsExactly(REFUSAL);
		assertThat(publisher.failed()).isEqualTo(1);
		assertThat(this.operations).containsExactly("POST /events", "POST /events");
		TestObservationRegistryAssert.assertThat(registry).doesNotHaveAnyObservation();
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is made with the first document, and by each client for itself")
	void isMadeForEachClient() {
		List<ContactHubClient> owners = new ArrayList<>();
		ContactHubClient client = node((builder) -> builder.documentValidator((owner) -> {
			owners.add(owner);
			return (operation, document) -> {
			};
		})).workspace().client();
		ContactHubClient other = client.mutate().token("other").build();
		assertThat(owners).isEmpty();
		for (ContactHubClient each : List.of(client, other, client)) {
			each.createApi(ThingApi.class).add(Map.of());
		}
		assertThat(owners).containsExactly(client, other);
	}

	@Test
	@DisplayName("may read and send by its client, without being asked about that")
	void mayUseItsClient() {
		Node sending = node((builder) -> builder.documentValidator((owner) -> (operation, document) -> {
			this.operations.add(operation);
			owner.createApi(ThingApi.class).add(Map.of("sent", "by the validator"));
			owner.mutate().build().createApi(ThingApi.class).add(Map.of("sent", "by another client"));
		}));
		sending.events().add(EVENT);
		sending.events().add(EVENT);
		assertThat(this.operations).containsExactly("POST /events", "POST /events");
		verify(4, postRequestedFor(urlEqualTo(WORKSPACE + "/things")));
		verify(2, postRequestedFor(urlEqualTo(WORKSPACE + "/events")));
	}

	@Test
	@DisplayName("is not told of what cannot be written, which fails as without it")
	void leavesWhatCannotBeWritten() {
		Map<String, Object> unwritable = Collections.singletonMap(null, "x");
		Class<?> without = assertThatFails(this.node, unwritable);
		assertThat(assertThatFails(this.validated, unwritable)).isEqualTo(without);
		assertThat(this.documents).isEmpty();
		verify(0, anyRequestedFor(anyUrl()));
	}

	private static Class<?> assertThatFails(Node node, Map<String, Object> body) {
		Throwable failure = catchThrowable(() -> node.workspace().client().createApi(ThingApi.class).add(body));
		assertThat(failure).isNotNull();
		return failure.getClass();
	}

	@Test
	@DisplayName("must be there once it is asked for")
	void mustBeThere() {
		assertThatIllegalArgumentException().isThrownBy(() -> ContactHubClient.builder().documentValidator(null))
			.withMessageStartingWith("validator is null: ");
		Node without = node((client) -> client.documentValidator((owner) -> null));
		assertThatIllegalStateException().isThrownBy(() -> without.events().add(EVENT))
			.withMessageStartingWith("documentValidator gave null: ");
		verify(0, anyRequestedFor(anyUrl()));
	}

	interface ThingApi {

		@PostExchange("/things")
		void add(@RequestBody Map<String, Object> thing);

		@PostExchange("/things/looked-at")
		void addLookedAt(@RequestBody Map<String, Object> thing);

	}

}
