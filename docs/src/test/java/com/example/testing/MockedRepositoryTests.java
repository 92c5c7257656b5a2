package com.example.testing;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.test.EventRecorder;
import io.contacthub.test.RecordEvents;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

// tag::test[]
/** Nothing is sent, and no property of the connection is needed. */
@SpringBootTest
@DisplayName("A registration on mocks")
class MockedRepositoryTests {

	@MockitoBean
	private CustomerRepository customers;

	@MockitoBean // all beans that need the connection are replaced
	private EventRepository events;

	@RecordEvents
	private EventRecorder published;

	@Test
	@DisplayName("publishes that a form was filled in")
	void publishes(@Autowired Registration registration) {
		given(this.customers.insert(any(Customer.class))).willReturn(Customer.builder().id("c1").build());
		assertThat(registration.register("A1", "ann@example.com")).isEqualTo("c1");
		assertThat(this.published.events(EventType.FORM_COMPILED)).hasSize(1);
	}

}
// end::test[]
