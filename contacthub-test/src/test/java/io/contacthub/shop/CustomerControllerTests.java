package io.contacthub.shop;

import io.contacthub.autoconfigure.web.SessionReconciliation;
import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A controller on the emulator.
 */
@DisplayName("A test with @WebMvcTest and @AutoConfigureContactHubEmulator")
@WebMvcTest(value = CustomerController.class, properties = "contacthub.web.session.enabled=true")
@AutoConfigureContactHubEmulator(customers = 1)
class CustomerControllerTests {

	@Test
	@DisplayName("has the repositories, which the slice alone does without")
	void showsCustomer(@Autowired MockMvcTester mvc) {
		assertThat(mvc.get().uri("/customers/C00001/email")).hasStatusOk().bodyText().endsWith("1@example.com");
	}

	@Test
	@DisplayName("has the sessions of visitors, as the application has")
	void keepsSession(@Autowired MockMvcTester mvc, @Autowired SessionReconciliation reconciliation) {
		assertThat(mvc.get().uri("/visit")).hasStatusOk().cookies().containsCookie("contacthub-session");
		assertThat(reconciliation).isNotNull();
	}

}
