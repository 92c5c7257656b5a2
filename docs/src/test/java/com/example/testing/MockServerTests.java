package com.example.testing;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.restclient.test.autoconfigure.RestClientTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

// tag::test[]
/** Without the emulator: the test says what ContactHub answers. */
@RestClientTest(properties = { "contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1" })
@ImportAutoConfiguration(ContactHubAutoConfiguration.class)
@DisplayName("A mock server")
class MockServerTests {

	@Test
	@DisplayName("answers the client")
	void answers(@Autowired MockRestServiceServer server, @Autowired CustomerRepository customers) {
		server.expect(requestTo("https://api.contactlab.it/hub/v1/workspaces/w1/customers/c1"))
			.andRespond(withSuccess("{\"id\": \"c1\", \"extra\": \"as told\"}", MediaType.APPLICATION_JSON));
		assertThat(customers.getById("c1").extra()).isEqualTo("as told");
	}

}
// end::test[]
