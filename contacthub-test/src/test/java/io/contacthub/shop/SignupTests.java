package io.contacthub.shop;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.query.Query;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The part of an application that talks to ContactHub.
 */
@DisplayName("A test with @ContactHubTest")
@ContactHubTest(properties = "shop.name=corner shop")
@Import(Signup.class)
class SignupTests {

	@Autowired
	private Signup signup;

	@Autowired
	private CustomerRepository customers;

	@Autowired
	private ContactHubEmulator emulator;

	@Test
	@DisplayName("has the repositories on an empty emulator, and what it imports")
	void registers() {
		assertThat(this.customers.count(Query.all())).isZero();
		this.signup.register("ann@example.com");
		assertThat(this.customers.count(Query.all())).isEqualTo(1);
	}

	@Test
	@DisplayName("has the application's components that change the client")
	void hasClientComponents(@Autowired ApplicationContext context) {
		assertThat(context.getBean(ShopErrors.class)).isNotNull();
		assertThat(context.getBean(ShopClient.class)).isNotNull();
		assertThat(context.getBean(LostEvents.class)).isNotNull();
		this.customers.count(Query.all());
		this.emulator.wireMock()
			.verifyThat(
					WireMock.anyRequestedFor(WireMock.anyUrl()).withHeader("X-Application", WireMock.equalTo("shop")));
	}

	@Test
	@DisplayName("has no other component of the application and nothing of the web")
	void hasNothingElse(@Autowired ApplicationContext context) {
		assertThat(context.getBeanNamesForType(CustomerController.class)).isEmpty();
		assertThat(context.getBeanNamesForType(ShopReport.class)).isEmpty();
		assertThat(context.containsBean("dispatcherServlet")).isFalse();
		assertThat(context.containsBean("requestMappingHandlerMapping")).isFalse();
	}

	@Test
	@DisplayName("has the properties of the annotation")
	void hasProperties(@Autowired Environment environment) {
		assertThat(environment.getProperty("shop.name")).isEqualTo("corner shop");
	}

}
