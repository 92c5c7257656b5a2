package io.contacthub.samples.desk;

import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ApiError;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.error.FailedOperation;
import io.contacthub.error.FailureReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/**
 * Tests for what is shown when ContactHub refuses or does not answer.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "contacthub.workspace-id=w", "contacthub.token=secret-token", "contacthub.node-id=n" })
@DisplayName("Failure of ContactHub")
class FailurePagesTests {

	@LocalServerPort
	private int port;

	@MockitoBean
	private CustomerRepository customers;

	private Browser browser;

	@BeforeEach
	void openTheForm() {
		this.browser = new Browser().open("http://localhost:" + this.port + "/customers/new")
			.fill("First name", "Ada")
			.fill("Last name", "Lovelace")
			.fill("E-mail", "ada@example.com");
	}

	@Test
	@DisplayName("is shown at the form where ContactHub refuses the input")
	void showsRefusal() {
		given(this.customers.insert(any(Customer.class))).willThrow(failure(400,
				new ApiError.Item("must be one of the known countries", "/base/address/country", null, null)));
		this.browser.press("Add customer");
		assertThat(this.browser.text()).contains("ContactHub refused this:")
			.contains("/base/address/country: must be one of the known countries");
		assertThat(this.browser.page().getElementById("firstName").val()).isEqualTo("Ada");
	}

	@Test
	@DisplayName("is shown without a link where the customer in conflict is not named")
	void showsConflict() {
		given(this.customers.insert(any(Customer.class))).willThrow(failure(409));
		this.browser.press("Add customer");
		assertThat(this.browser.text()).contains("ContactHub has this customer already.")
			.doesNotContain("Open the existing customer");
	}

	@Test
	@DisplayName("shows its reference")
	void showsReference() {
		given(this.customers.findAll(any())).willThrow(failure(500));
		this.browser.follow("Customer desk");
		assertThat(this.browser.status()).isEqualTo(502);
		assertThat(this.browser.text()).contains("ContactHub did not accept the request", "reference logref-7")
			.doesNotContain("Exception", "secret-token");
	}

	@Test
	@DisplayName("is told as one for the moment where ContactHub is overloaded")
	void tellsOverload() {
		given(this.customers.findAll(any())).willThrow(failure(503));
		this.browser.follow("Customer desk");
		assertThat(this.browser.status()).isEqualTo(503);
		assertThat(this.browser.text()).contains("Please try again in a minute");
	}

	@Test
	@DisplayName("is told without a reference after a time-out")
	void tellsTimeout() {
		given(this.customers.findAll(any())).willThrow(new QueryTimeoutException("no answer in time"));
		this.browser.follow("Customer desk");
		assertThat(this.browser.status()).isEqualTo(503);
		assertThat(this.browser.text()).contains("Please try again in a minute").doesNotContain("reference");
	}

	private static DataAccessException failure(int status, ApiError.Item... items) {
		ApiError error = new ApiError(status, "What ContactHub says", List.of(items), null, "logref-7", null);
		return ApiErrorTranslator.byStatus()
			.translate(new FailedOperation("POST /customers", 1, FailureReason.ERROR_STATUS, error.describe(), error,
					null));
	}

}
