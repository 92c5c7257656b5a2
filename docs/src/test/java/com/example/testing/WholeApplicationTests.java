package com.example.testing;

// tag::test[]
import java.time.Duration;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The whole application, on an emulator that has 20 made-up customers before each test.
 */
@SpringBootTest
@AutoConfigureContactHubEmulator(customers = 20)
@DisplayName("The application")
class WholeApplicationTests {

	@Autowired
	private Registration registration;

	@Autowired
	private CustomerRepository customers;

	@Test
	@DisplayName("registers a customer")
	void registers() {
		String id = this.registration.register("A1", "ann@example.com");
		assertThat(this.customers.getById(id).base().contacts().email()).isEqualTo("ann@example.com");
		assertThat(this.customers.count()).isEqualTo(21);
	}

	@Test
	@DisplayName("registers an address once")
	void registersOnce() {
		String id = this.registration.register("A1", "ann@example.com");
		assertThatExceptionOfType(CustomerConflictException.class)
			.isThrownBy(() -> this.registration.register("A2", "ann@example.com"))
			.satisfies((conflict) -> assertThat(conflict.existingCustomerId()).isEqualTo(id));
	}

	@Test
	@DisplayName("tells that a form was filled in")
	void tells(@Autowired EventPublisher publisher, @Autowired EventRepository events) {
		String id = this.registration.register("A1", "ann@example.com");
		// it is sent in the background
		assertThat(publisher.flush(Duration.ofSeconds(10))).isTrue();
		assertThat(events.count(EventFilter.ofCustomer(id).types(EventType.FORM_COMPILED))).isEqualTo(1);
	}

}
// end::test[]
