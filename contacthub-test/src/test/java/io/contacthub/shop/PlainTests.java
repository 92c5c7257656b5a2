package io.contacthub.shop;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.query.Query;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A context that is not that of a Spring Boot application.
 */
@DisplayName("A test with @SpringJUnitConfig and @AutoConfigureContactHubEmulator")
@SpringJUnitConfig(Signup.class)
@AutoConfigureContactHubEmulator(customers = 2)
class PlainTests {

	@Test
	@DisplayName("has the repositories, with the made-up customers")
	void hasCustomers(@Autowired CustomerRepository customers, @Autowired Signup signup) {
		signup.register("ann@example.com");
		assertThat(customers.count(Query.all())).isEqualTo(3);
	}

}
