package io.contacthub.samples.desk.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.json.JsonObject;
import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.Browser;
import org.jsoup.Connection;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;

import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/**
 * Base of the tests for forms that change one customer.
 */
abstract class AbstractChangeTests extends AbstractDeskTests {

	/**
	 * What ContactHub has, and what somebody else changes there.
	 */
	@Autowired
	CustomerRepository customers;

	/**
	 * A customer of which all is known.
	 */
	Customer ada;

	@BeforeEach
	void addCustomer() {
		this.ada = this.customers.insert(Customer.builder()
			.externalId("4711")
			.extended(JsonObject.of("loyalty", Map.of("points", 12)))
			.base((base) -> base.firstName("Ada")
				.lastName("Lovelace")
				.contacts((contacts) -> contacts.email("ada.lovelace@example.com").phone("0207 1"))
				.address((address) -> address.city("London")))
			.tags((tags) -> tags.manual(List.of("newsletter")))
			.build());
	}

	/**
	 * Return the address of a page of the customer.
	 */
	String path(String rest) {
		return "/customers/" + this.ada.id() + rest;
	}

	Customer stored() {
		return this.customers.getById(this.ada.id());
	}

	/**
	 * Return the bodies that ContactHub was sent.
	 */
	List<String> sent(RequestMethod method, String path) {
		return requests(method, path).stream().map(LoggedRequest::getBodyAsString).toList();
	}

	private List<LoggedRequest> requests(RequestMethod method, String path) {
		return this.emulator.wireMock()
			.find(RequestPatternBuilder.newRequestPattern(method, urlPathMatching(".*/customers" + path)));
	}

	List<String> patches() {
		return sent(RequestMethod.PATCH, "/.*");
	}

	/**
	 * Have ContactHub fail.
	 */
	void fail(RequestMethod method, String path, int status, String body) {
		this.emulator.wireMock()
			.register(WireMock.request(method.getName(), urlPathMatching(".*/customers" + path))
				.willReturn(WireMock.jsonResponse(body, status)));
	}

	/**
	 * Send the form of a page as it is, as somebody else who works in the same session.
	 */
	static Browser send(Browser page, Browser by, String... more) {
		FormElement form = (FormElement) page.page().selectFirst("main form");
		List<String> data = new ArrayList<>();
		for (Connection.KeyVal entry : form.formData()) {
			data.add(entry.key());
			data.add(entry.value());
		}
		data.addAll(List.of(more));
		return by.post(form.attr("action"), data.toArray(String[]::new));
	}

}
