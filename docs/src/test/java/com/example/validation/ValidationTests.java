package com.example.validation;

import com.example.AbstractEmulatorTests;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.validation.ContactHubValidationAutoConfiguration;
import io.contacthub.client.DocumentViolation;
import io.contacthub.client.IllegalDocumentException;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FreeEventProperties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The page on checks before sending")
class ValidationTests extends AbstractEmulatorTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ContactHubAutoConfiguration.class, ContactHubValidationAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=" + EMULATOR.workspaceId(), "contacthub.token=" + EMULATOR.token(),
				"contacthub.node-id=" + EMULATOR.nodeId(), "contacthub.base-url=" + EMULATOR.baseUrl());

	private static Event viewed(FreeEventProperties properties) {
		Customer customer = NODE.customers().insert(Customer.builder().externalId("A1").build());
		return Event.of(EventType.VIEWED_PAGE).withProperties(properties).in(EventContext.WEB).by(customer);
	}

	@Test
	@DisplayName("refuses what does not fit, with the message that it shows, and sends the rest")
	void refuses() {
		this.application.withPropertyValues("contacthub.validation.events=reject").run((context) -> {
			EventRepository events = context.getBean(EventRepository.class);
			Event wrong = viewed(FreeEventProperties.of("url", "not it", "foo", 1));
			assertThatExceptionOfType(IllegalDocumentException.class).isThrownBy(() -> events.add(wrong))
				.withMessage(
						"POST /events was not sent: the properties of 'viewedPage' do not fit the workspace's schema: "
								+ "/properties/url must be of format uri and is another text; /properties/foo is not in the schema");
			CheckedEvents checked = new CheckedEvents(events);
			assertThat(checked.add(wrong)).extracting(DocumentViolation::path)
				.containsExactlyInAnyOrder("/properties/url", "/properties/foo");
			EMULATOR.wireMock().verifyThat(0, postRequestedFor(urlPathMatching(".*/events")));
			assertThat(checked.add(wrong.withProperties(FreeEventProperties.of("url", "https://example.com"))))
				.isEmpty();
		});
	}

	@Test
	@DisplayName("has rules of its own")
	void hasOwnRules() {
		this.application.withUserConfiguration(OwnRules.class).run((context) -> {
			CheckedEvents checked = new CheckedEvents(context.getBean(EventRepository.class));
			Event event = viewed(FreeEventProperties.of("url", "https://example.com?who=ann"));
			assertThat(checked.add(event)).singleElement()
				.hasToString("/properties/url must meet 'no query' and is a text");
			assertThat(checked.add(event.withProperties(FreeEventProperties.of("url", "https://example.com"))))
				.isEmpty();
		});
	}

}
