package com.example.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import com.example.AbstractEmulatorTests;
import com.example.delivery.ChangeListeners.SearchIndex;
import com.example.delivery.NewsletterRegistration.Subscriber;
import io.contacthub.Workspace;
import io.contacthub.client.RetrySettings;
import io.contacthub.customer.Customer;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import io.contacthub.event.RefusedEvent;
import io.contacthub.event.properties.CompletedOrder;
import io.contacthub.messaging.CustomerChangeListener;
import io.contacthub.messaging.dsl.ContactHub;
import io.contacthub.test.EventRecorder;
import io.contacthub.update.Update;
import io.contacthub.update.UpdateFilter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.context.IntegrationFlowContext;
import org.springframework.integration.endpoint.MessageProducerSupport;
import org.springframework.integration.handler.advice.RequestHandlerRetryAdvice;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.transaction.support.TransactionTemplate;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DisplayName("The page on delivery")
class DeliveryTests extends AbstractEmulatorTests {

	@Test
	@DisplayName("publishes with the transaction, and has what was refused sent again")
	void publishesWithTransaction() {
		new ApplicationContextRunner().withUserConfiguration(DeliveryApplication.class)
			.withPropertyValues("contacthub.workspace-id=" + EMULATOR.workspaceId(),
					"contacthub.node-id=" + EMULATOR.nodeId(), "contacthub.token=" + EMULATOR.token(),
					"contacthub.base-url=" + EMULATOR.baseUrl(), "contacthub.events.publisher.store=jdbc",
					"spring.batch.job.enabled=false")
			.run((context) -> {
				NewsletterRegistration registration = context.getBean(NewsletterRegistration.class);
				DurableEventPublisher publisher = context.getBean(DurableEventPublisher.class);
				context.getBean(TransactionTemplate.class).executeWithoutResult((transaction) -> {
					registration.register(new Subscriber("4711"));
					transaction.setRollbackOnly();
				});
				assertThat(publisher.queued()).isZero();
				EMULATOR.wireMock()
					.register(post(urlPathMatching(".*/events")).inScenario("refused")
						.whenScenarioStateIs("Started")
						.willSetStateTo("mended")
						.willReturn(aResponse().withStatus(422)));
				registration.register(new Subscriber("4711"));
				Awaitility.await().until(() -> publisher.refused().count() == 1);
				assertThat(new EventMending().mend(publisher)).isEqualTo(1);
				assertThat(publisher.flush(Duration.ofSeconds(20))).isTrue();
				assertThat(publisher.refused().count()).isZero();
				correctsOnce(context.getBean(TransactionTemplate.class), registration, publisher);
			});
	}

	private static void correctsOnce(TransactionTemplate transaction, NewsletterRegistration registration,
			DurableEventPublisher publisher) {
		EMULATOR.wireMock()
			.register(post(urlPathMatching(".*/events")).withRequestBody(matchingJsonPath("$[?(@.context == 'WEB')]"))
				.willReturn(aResponse().withStatus(422)));
		registration.register(new Subscriber("4711"));
		Awaitility.await().until(() -> publisher.refused().count() == 1);
		RefusedEvent refused = publisher.refused().find(1).get(0);
		EventMending mending = new EventMending();
		assertThatIllegalStateException().isThrownBy(() -> mending.correct(publisher, refused, (event) -> {
			throw new IllegalStateException("Not corrected");
		}, transaction));
		assertThat(publisher.refused().count()).isOne();
		for (int time = 0; time < 2; time++) {
			mending.correct(publisher, refused, (event) -> event.in(EventContext.MOBILE), transaction);
		}
		assertThat(publisher.flush(Duration.ofSeconds(20))).isTrue();
		assertThat(publisher.refused().count()).isZero();
		EMULATOR.wireMock()
			.verifyThat(1, postRequestedFor(urlPathMatching(".*/events"))
				.withRequestBody(matchingJsonPath("$.context", equalTo("MOBILE"))));
	}

	@Test
	@DisplayName("keeps a copy of the customers by a listener")
	void listens() throws Exception {
		Set<String> index = new LinkedHashSet<>();
		CustomerChangeListener listener = new ChangeListeners().customerChanges(new SearchIndex() {

			@Override
			public void put(Customer customer) {
				index.add(customer.id());
			}

			@Override
			public void remove(String id) {
				index.remove(id);
			}

		}, NODE.customers());
		Customer customer = NODE.customers().insert(Customer.of(Map.of("externalId", "A1")));
		tell(listener);
		assertThat(index).containsExactly(customer.id());
		NODE.customers().deleteById(customer.id());
		tell(listener);
		assertThat(index).isEmpty();
	}

	private static void tell(CustomerChangeListener listener) throws Exception {
		for (Update update : WORKSPACE.updates().find(UpdateFilter.fromBeginning(), 100).updates()) {
			listener.customerChanged(update.customer().orElseThrow(), update);
		}
	}

	@Test
	@DisplayName("publishes the orders of a broker, and repeats what was not carried out")
	void publishesOrders() {
		EventRecorder published = new EventRecorder();
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(EventPublisher.class, () -> published);
			context.register(Integration.class, OrderFlow.class, Broker.class);
			context.refresh();
			context.getBean(Broker.class).send("17 A1");
			assertThat(published.events(EventType.COMPLETED_ORDER)).hasSize(1);

			EMULATOR.wireMock()
				.register(post(urlPathMatching(".*/events")).inScenario("busy")
					.whenScenarioStateIs("Started")
					.willSetStateTo("free")
					.willReturn(aResponse().withStatus(503).withHeader("Retry-After", "0")));
			Workspace once = Workspace.builder()
				.id(EMULATOR.workspaceId())
				.token(EMULATOR.token())
				.baseUrl(EMULATOR.baseUrl())
				.client((client) -> client.retry(RetrySettings.none()))
				.build();
			RequestHandlerRetryAdvice advice = context.getBean(RequestHandlerRetryAdvice.class);
			IntegrationFlow flow = (definition) -> definition.handle(
					ContactHub.outboundEvents(once.node(EMULATOR.nodeId()).events()),
					(endpoint) -> endpoint.advice(advice));
			Customer customer = NODE.customers().insert(Customer.of(Map.of("externalId", "A1")));
			context.getBean(IntegrationFlowContext.class)
				.registration(flow)
				.register()
				.getInputChannel()
				.send(new GenericMessage<>(Event.of(CompletedOrder.builder().orderId("17").build())
					.in(EventContext.ECOMMERCE)
					.by(customer)));
			EMULATOR.wireMock().verifyThat(2, postRequestedFor(urlPathMatching(".*/events")));
		}
	}

	@Test
	@DisplayName("begins a flow with changes")
	void beginsWithChanges() {
		List<Update> applied = new CopyOnWriteArrayList<>();
		Customer customer = NODE.customers().insert(Customer.of(Map.of("externalId", "A1")));
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(Workspace.class, () -> WORKSPACE);
			context.registerBean(ChangesFlow.class,
					() -> new ChangesFlow((update) -> applied.add(update) ? null : update));
			context.register(Integration.class);
			context.refresh();
			Awaitility.await().until(() -> !applied.isEmpty());
			assertThat(applied.get(0).entity().id()).isEqualTo(customer.id());
		}
	}

	/**
	 * What flows need.
	 */
	@EnableIntegration
	static class Integration {

		@Bean
		DataSource dataSource() {
			DataSource database = new EmbeddedDatabaseBuilder().generateUniqueName(true)
				.setType(EmbeddedDatabaseType.H2)
				.addScript("org/springframework/integration/jdbc/schema-h2.sql")
				.build();
			// where the last run has stopped
			JdbcMetadataStore offsets = new JdbcMetadataStore(database);
			offsets.afterPropertiesSet();
			offsets.put("contacthub.updates.index", "0");
			return database;
		}

	}

	/**
	 * A broker whose messages come from here.
	 */
	static class Broker extends MessageProducerSupport {

		void send(String order) {
			sendMessage(new GenericMessage<>(order.getBytes(StandardCharsets.UTF_8)));
		}

	}

}
