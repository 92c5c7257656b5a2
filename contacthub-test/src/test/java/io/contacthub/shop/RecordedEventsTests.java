package io.contacthub.shop;

import io.contacthub.autoconfigure.ContactHubNodes;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.test.EventRecorder;
import io.contacthub.test.RecordEvents;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Recorders in the contexts of tests.
 */
@DisplayName("A test with @RecordEvents")
class RecordedEventsTests {

	private static final Event LOGGED_OUT = Event.of(EventType.LOGGED_OUT).in(EventContext.WEB).byCustomerId("c1");

	@Test
	@DisplayName("refuses a field of another type, and says which one is right")
	void refusesOtherFields() {
		assertThatIllegalStateException().isThrownBy(() -> new TestContextManager(OtherField.class))
			.withMessage("@RecordEvents is on the field 'OtherField.published' of type EventPublisher: "
					+ "declare it as EventRecorder");
	}

	private static void rolledBack(EventPublisher publisher) {
		transaction().executeWithoutResult((status) -> {
			publisher.publish(LOGGED_OUT);
			status.setRollbackOnly();
		});
	}

	private static TransactionTemplate transaction() {
		return new TransactionTemplate(new PlainTransactionManager());
	}

	/**
	 * A whole application.
	 */
	@Nested
	@SpringBootTest
	@AutoConfigureContactHubEmulator(nodes = "shop")
	@DisplayName("of a whole application")
	class Application {

		@RecordEvents
		private EventRecorder published;

		@RepeatedTest(2)
		@DisplayName("finds the events of this test alone, and none is sent")
		void records(@Autowired Signup signup, @Autowired EventRepository events) {
			String id = signup.register("ann@example.com").id();
			assertThat(this.published.events()).singleElement()
				.satisfies((event) -> assertThat(event.customerId()).isEqualTo(id));
			assertThat(events.find(EventFilter.ofCustomer(String.valueOf(id)), PageRequest.of(0, 10))).isEmpty();
		}

		@Test
		@DisplayName("has the recorder wherever a publisher is injected")
		void replaces(@Autowired EventPublisher publisher, @Autowired ApplicationContext context) {
			assertThat(publisher).isSameAs(this.published);
			assertThat(context.getBean("contactHubEventPublisher")).isSameAs(this.published);
			assertThat(context.getBeanNamesForType(EventPublisher.class)).hasSize(1);
		}

		@Test
		@DisplayName("records at once, as the publisher in memory sends, whatever becomes of a transaction")
		void recordsAtOnce() {
			rolledBack(this.published);
			assertThat(this.published.events()).hasSize(1);
		}

	}

	/**
	 * The slice of the client.
	 */
	@Nested
	@ContactHubTest
	@Import(Signup.class)
	@DisplayName("of the client")
	class Slice {

		@RecordEvents
		private EventRecorder published;

		@Test
		@DisplayName("finds the events")
		void records(@Autowired Signup signup) {
			signup.register("ann@example.com");
			assertThat(this.published.events(EventType.LOGGED_IN)).hasSize(1);
		}

	}

	/**
	 * Publishers of nodes that have names.
	 */
	@Nested
	@ContactHubTest(properties = { "contacthub.nodes.shop=shop", "contacthub.nodes.club=club" })
	@AutoConfigureContactHubEmulator(nodes = { "shop", "club" })
	@DisplayName("of an application with several nodes")
	class Named {

		@RecordEvents
		@Qualifier("shop")
		private EventRecorder shop;

		@RecordEvents("clubContactHubEventPublisher")
		private EventRecorder club;

		@Test
		@DisplayName("replaces the publisher of the qualifier, that of the name, and leaves the main one")
		void replaces(@Autowired EventPublisher main, @Autowired @Qualifier("shop") EventPublisher ofShop,
				@Autowired @Qualifier("club") EventPublisher ofClub, @Autowired ContactHubNodes nodes) {
			assertThat(ofShop).isSameAs(this.shop).isSameAs(nodes.publisher("shop"));
			assertThat(ofClub).isSameAs(this.club).isSameAs(nodes.publisher("club"));
			assertThat(this.shop).isNotSameAs(this.club);
			assertThat(main).isNotInstanceOf(EventRecorder.class);
			nodes.publisher("shop").publish(LOGGED_OUT);
			assertThat(this.shop.events()).hasSize(1);
			assertThat(this.club.events()).isEmpty();
		}

	}

	/**
	 * A publisher that keeps its events.
	 */
	@Nested
	@ContactHubTest
	@DisplayName("of an application whose publisher keeps its events in a database")
	class Durable {

		@RecordEvents
		private EventRecorder published;

		@Test
		@DisplayName("records what is committed, and can be injected as that publisher")
		void records(@Autowired DurableEventPublisher durable) {
			assertThat(durable).isSameAs(this.published);
			rolledBack(durable);
			assertThat(this.published.events()).isEmpty();
			transaction().executeWithoutResult((status) -> durable.publish(LOGGED_OUT));
			assertThat(this.published.events()).hasSize(1);
		}

		/**
		 * The publisher that is replaced.
		 */
		@TestConfiguration(proxyBeanMethods = false)
		static class Publisher {

			@Bean
			DurableEventPublisher durableEventPublisher() {
				throw new IllegalStateException("A publisher that is replaced is not made");
			}

		}

	}

	/**
	 * A context without a publisher.
	 */
	@Nested
	@SpringJUnitConfig(classes = Object.class)
	@DisplayName("of a context without a publisher")
	class Bare {

		@RecordEvents
		private EventRecorder published;

		@Test
		@DisplayName("adds the recorder")
		void adds(@Autowired EventPublisher publisher) {
			assertThat(publisher).isSameAs(this.published);
		}

	}

	/**
	 * Has a field of the wrong type.
	 */
	@ContextConfiguration(classes = Object.class)
	static class OtherField {

		@RecordEvents
		private EventPublisher published;

	}

}
