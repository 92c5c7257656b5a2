package io.contacthub.shop;

import java.time.Duration;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.client.IllegalDocumentException;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FreeEventProperties;
import io.contacthub.query.Query;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What else can be said with the annotation.
 */
@DisplayName("A test with @ContactHubTest")
class SliceTests {

	private static void assertSends(EventPublisher publisher) {
		publisher.publish(Event.of(EventType.VIEWED_PAGE)
			.in(EventContext.WEB)
			.by(SessionId.of("3ac4c1d6-2d3b-4a0e-8d2b-0d3a4f1f0a11")));
		assertThat(publisher.flush(Duration.ofSeconds(10))).isTrue();
		assertThat(publisher.sent()).isEqualTo(1);
	}

	/**
	 * With made-up customers.
	 */
	@Nested
	@ContactHubTest
	@AutoConfigureContactHubEmulator(customers = 5)
	@DisplayName("and @AutoConfigureContactHubEmulator")
	class Populated {

		@Test
		@DisplayName("starts with made-up customers")
		void hasCustomers(@Autowired CustomerRepository few) {
			assertThat(few.count(Query.all())).isEqualTo(5);
		}

	}

	/**
	 * With one component more and one less.
	 */
	@Nested
	@ContactHubTest(includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ShopReport.class),
			excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ShopErrors.class))
	@DisplayName("with filters")
	class Filtered {

		@Test
		@DisplayName("has what they include, and not what they exclude")
		void obeysFilters(@Autowired ApplicationContext context) {
			assertThat(context.getBeanNamesForType(ShopReport.class)).hasSize(1);
			assertThat(context.getBeanNamesForType(ShopErrors.class)).isEmpty();
			assertThat(context.getBeanNamesForType(ShopClient.class)).hasSize(1);
		}

	}

	/**
	 * With no component at all.
	 */
	@Nested
	@ContactHubTest(useDefaultFilters = false)
	@DisplayName("without the default filters")
	class Unfiltered {

		@Test
		@DisplayName("has none of the application's components")
		void hasNoComponents(@Autowired ApplicationContext context) {
			assertThat(context.getBeanNamesForType(ShopClient.class)).isEmpty();
			assertThat(context.getBeanNamesForType(EventRepository.class)).hasSize(1);
		}

	}

	/**
	 * With an application that has its ways to the real ContactHub.
	 */
	@Nested
	@ContactHubTest(properties = { "spring.http.clients.ssl.bundle=company",
			"spring.ssl.bundle.pem.company.options.enabled-protocols=TLSv1.3", "contacthub.http.ssl.bundle=no-such",
			"contacthub.http.proxy.host=proxy.invalid", "contacthub.workspaces.bigPartner.workspace-id=w2",
			"contacthub.workspaces.bigPartner.node-id=n2",
			"contacthub.workspaces.bigPartner.http.proxy.host=proxy.invalid",
			"contacthub.workspaces.bigPartner.http.ssl.bundle=no-such", "contacthub.retry.enabled=false" })
	@DisplayName("of an application with proxies and SSL bundles")
	class Remote {

		@Test
		@DisplayName("leads straight to the emulator")
		void leadsStraight(@Autowired CustomerRepository customers,
				@Autowired @Qualifier("bigPartner") CustomerRepository partner) {
			assertThat(customers.count(Query.all())).isZero();
			assertThat(partner.count(Query.all())).isZero();
		}

	}

	/**
	 * With an application that keeps its events in its database.
	 */
	@Nested
	@ContactHubTest
	@ActiveProfiles("durable")
	@DisplayName("of an application that keeps its events in its database")
	class Durable {

		@Test
		@DisplayName("keeps them in memory, having no database")
		void keepsEventsInMemory(@Autowired EventPublisher publisher, @Autowired Environment environment) {
			assertThat(environment.getProperty("contacthub.events.publisher.jdbc.ordered")).isEqualTo("true");
			assertSends(publisher);
		}

	}

	/**
	 * With an application that keeps its events in its database, and a slice of another
	 * kind.
	 */
	@Nested
	@WebMvcTest(CustomerController.class)
	@AutoConfigureContactHubEmulator
	@ActiveProfiles("durable")
	@DisplayName("and with @WebMvcTest instead, of an application that keeps its events in its database")
	class DurableWeb {

		@Test
		@DisplayName("keeps them in memory, having no database")
		void keepsEventsInMemory(@Autowired EventPublisher publisher) {
			assertSends(publisher);
		}

	}

	/**
	 * With an application that checks documents before they are sent.
	 */
	@Nested
	@ContactHubTest(
			properties = { "contacthub.validation.events=reject", "contacthub.validation.token=of-the-real-one" })
	@DisplayName("of an application that checks documents")
	class Checking {

		@Test
		@DisplayName("checks them by the schemas of the emulator")
		void checks(@Autowired EventRepository events) {
			Event event = Event.of(EventType.VIEWED_PAGE)
				.withProperties(FreeEventProperties.of("stranger", 1))
				.in(EventContext.WEB)
				.by(SessionId.of("3ac4c1d6-2d3b-4a0e-8d2b-0d3a4f1f0a11"));
			assertThatExceptionOfType(IllegalDocumentException.class).isThrownBy(() -> events.add(event))
				.withMessageContaining("/properties/stranger is not in the schema");
		}

	}

	/**
	 * Without an auto-configuration.
	 */
	@Nested
	@ContactHubTest(excludeAutoConfiguration = ContactHubAutoConfiguration.class)
	@DisplayName("that excludes an auto-configuration")
	class Excluding {

		@Test
		@DisplayName("is without its beans")
		void hasNoClient(@Autowired ApplicationContext context) {
			assertThat(context.getBeanNamesForType(CustomerRepository.class)).isEmpty();
			assertThat(context.getBeanNamesForType(ContactHubEmulator.class)).hasSize(1);
		}

	}

}
