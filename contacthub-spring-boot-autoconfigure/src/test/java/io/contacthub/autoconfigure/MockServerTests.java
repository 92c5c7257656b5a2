package io.contacthub.autoconfigure;

import io.contacthub.autoconfigure.health.ContactHubHealthContributorAutoConfiguration;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.restclient.test.autoconfigure.RestClientTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.header;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

/**
 * Tests for the client in a test slice of Spring Boot, whose mock server takes the place
 * of the engine, also where the health of ContactHub is looked after.
 */
@DisplayName("A test with @RestClientTest")
@RestClientTest(properties = { "contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1" })
@ImportAutoConfiguration({ ContactHubAutoConfiguration.class, ContactHubHealthContributorAutoConfiguration.class })
class MockServerTests {

	@Test
	@DisplayName("answers the requests of the client itself")
	void answers(@Autowired MockRestServiceServer server, @Autowired CustomerRepository customers) {
		server.expect(requestTo("https://api.contactlab.it/hub/v1/workspaces/w1/customers/c1"))
			.andExpect(header("Authorization", "Bearer t0ken"))
			.andRespond(withSuccess("{\"id\":\"c1\",\"extra\":\"mocked\"}", MediaType.APPLICATION_JSON));
		assertThat(customers.getById("c1").extra()).isEqualTo("mocked");
		server.verify();
	}

	/** The application. */
	@SpringBootConfiguration(proxyBeanMethods = false)
	static class Application {

	}

}
