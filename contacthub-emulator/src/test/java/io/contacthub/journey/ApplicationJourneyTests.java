package io.contacthub.journey;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the manual promises of the beginning, in an application that has the starter.
 */
@DisplayName("With the starter one can")
class ApplicationJourneyTests extends JourneyTests {

	@Test
	@DisplayName("S1 S4 S5 S22 read and write at once, with nothing but properties")
	void readAndWrite() {
		new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("contacthub.workspace-id=" + emulator.workspaceId(),
					"contacthub.token=" + emulator.token(), "contacthub.node-id=" + emulator.nodeId(),
					"contacthub.base-url=" + emulator.baseUrl())
			.run((context) -> {
				emulator.wireMock().verifyThat(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				EventRepository events = context.getBean(EventRepository.class);
				Customer stored = customers.insert(Customer.builder().externalId("1").build());
				assertThat(stored.nodeId()).isEqualTo(emulator.nodeId());
				Customer patched = customers.patch(stored.id(), (change) -> change.set("extra", "x"));
				assertThat(context.getBean(Node.class).customers().getById(stored.id())).isEqualTo(patched);
				Event added = events.add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(stored));
				assertThat(context.getBean(Node.class).customer(stored).events(PageRequest.of(0, 10)))
					.extracting(Event::id)
					.containsExactly(added.id());
				customers.deleteById(stored.id());
				assertThat(customers.findById(stored.id())).isEmpty();
				emulator.wireMock()
					.verifyThat(7,
							WireMock
								.anyRequestedFor(
										WireMock.urlPathMatching(".*/workspaces/" + emulator.workspaceId() + "/.*"))
								.withHeader("Authorization", WireMock.equalTo("Bearer " + emulator.token())));
				emulator.wireMock().verifyThat(7, WireMock.anyRequestedFor(WireMock.anyUrl()));
			});
	}

	/**
	 * The application.
	 */
	@EnableAutoConfiguration
	static class Application {

	}

}
