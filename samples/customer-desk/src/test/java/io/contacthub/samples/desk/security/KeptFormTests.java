package io.contacthub.samples.desk.security;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for forms that are kept until somebody has logged in.
 */
@DisplayName("A kept form")
class KeptFormTests {

	@ParameterizedTest
	@ValueSource(strings = { "/customers/4711/edit", "/customers/a:b/edit", "/customers/ada@example.com/tags",
			"/customers/a+b,c!$&'()*=d/events/new", "/customers/a%20b~c.d-e_f/edit" })
	@DisplayName("goes to any address that the desk has for a customer")
	void addresses(String address) {
		assertThat(KeptForm.of(request(address))).map(KeptForm::address).contains(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example",
			"/customers/a;b", "/customers?a=b", "/customers#a", "/customers/<b>", "/customers/a\nb", "customers", "" })
	@DisplayName("goes nowhere else")
	void elsewhere(String address) {
		assertThat(KeptForm.of(request(address))).isEmpty();
	}

	private static MockHttpServletRequest request(String address) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
		request.setContentType(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
		request.setParameter("kept.address", address);
		request.setParameter("kept." + KeptForm.KEY, "k");
		return request;
	}

}
