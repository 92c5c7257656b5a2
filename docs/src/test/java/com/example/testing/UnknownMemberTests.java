package com.example.testing;

// tag::test[]
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

@ContactHubTest
@DisplayName("A member that ContactHub does not document")
class UnknownMemberTests {

	@Test
	@DisplayName("comes through a change")
	void comesThrough(@Autowired CustomerRepository customers, @Autowired ContactHubEmulator emulator) {
		String read = """
				{"id": "c1", "nodeId": "%s", "base": {"firstName": "Ann", "shoeSize": 38}}
				""".formatted(emulator.nodeId());
		// both are answered by the stubs: the emulator would refuse the second
		emulator.wireMock().register(get(urlPathMatching(".*/customers/c1")).willReturn(okJson(read)));
		emulator.wireMock().register(put(urlPathMatching(".*/customers/c1")).willReturn(okJson(read)));
		Customer ann = customers.getById("c1");
		customers.replace(ann.withBase((base) -> base.withFirstName("Anna")));
		emulator.wireMock()
			.verifyThat(1,
					putRequestedFor(urlPathMatching(".*/customers/c1"))
						.withRequestBody(matchingJsonPath("$.base.firstName", equalTo("Anna")))
						.withRequestBody(matchingJsonPath("$.base.shoeSize", equalTo("38"))));
	}

}
// end::test[]
