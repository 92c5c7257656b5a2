package io.contacthub.shop;

import io.contacthub.event.EventPublisher;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;

/**
 * A spy between the application and the emulator.
 */
@DisplayName("A test that spies on the publisher of events")
@ContactHubTest
@Import(Signup.class)
class SpyTests {

	@MockitoSpyBean
	private EventPublisher events;

	@Autowired
	private Signup signup;

	@RepeatedTest(2)
	@DisplayName("finds the calls of the application and no others")
	void seesOwnCalls() {
		this.signup.register("ann@example.com");
		then(this.events).should().publish(any());
		then(this.events).shouldHaveNoMoreInteractions();
	}

}
