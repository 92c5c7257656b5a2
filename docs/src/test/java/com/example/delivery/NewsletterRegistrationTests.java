package com.example.delivery;

import com.example.delivery.NewsletterRegistration.Subscriber;
import io.contacthub.event.EventType;
import io.contacthub.test.EventRecorder;
import io.contacthub.test.RecordEvents;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

// tag::test[]
@DisplayName("A registration")
@SpringBootTest
@AutoConfigureContactHubEmulator
class NewsletterRegistrationTests {

	@RecordEvents
	EventRecorder published;

	@Test
	@DisplayName("publishes that a form was compiled")
	void registrationPublishes(@Autowired NewsletterRegistration registration) {
		registration.register(new Subscriber("4711"));
		assertThat(this.published.events(EventType.FORM_COMPILED)).hasSize(1);
	}

}
// end::test[]
