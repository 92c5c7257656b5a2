package io.contacthub.samples.desk.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import io.contacthub.event.properties.ViewedProduct;
import io.contacthub.query.Query;
import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.Browser;
import org.jsoup.Connection;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.contacthub.customer.CustomerFields.BASE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Base of the tests for the shop, with a visitor who has just come.
 */
abstract class AbstractShopTests extends AbstractDeskTests {

	static final String SESSION = "contacthub-session";

	@Autowired
	CustomerRepository customers;

	@Autowired
	private EventRepository events;

	@Autowired
	EventPublisher publisher;

	Browser visitor;

	@BeforeEach
	void visit() {
		// what an earlier test has published
		flush();
		this.emulator.wireMock().resetRequests();
		this.visitor = visitor().open("/shop");
	}

	void signUp(String firstName, String email) {
		this.visitor.open("/shop/signup");
		fillIn(firstName, email).press("Sign up");
	}

	Browser fillIn(String firstName, String email) {
		return this.visitor.fill("First name", firstName).fill("Last name", "Hopper").fill("E-mail", email);
	}

	/**
	 * Return the request that a form on the page makes.
	 */
	Connection form(String selector) {
		return ((FormElement) this.visitor.page().selectFirst(selector)).submit();
	}

	static Connection.Response send(Connection request) {
		try {
			return request.execute();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	HttpCookie cookie(String name) {
		return this.visitor.cookies()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	boolean isOfVisitor(String cookie) {
		return cookie.startsWith(SESSION);
	}

	void forge(String session) {
		HttpCookie cookie = new HttpCookie(SESSION, session);
		cookie.setPath("/");
		cookie.setDomain("localhost.local");
		cookie.setVersion(0);
		this.visitor.cookies().add(URI.create(this.address), cookie);
	}

	Customer customer(String email) {
		return this.customers.stream(Query.where(BASE.CONTACTS.EMAIL.eq(email))).findFirst().orElseThrow();
	}

	long count(String email) {
		return this.customers.count(Query.where(BASE.CONTACTS.EMAIL.eq(email)));
	}

	List<Event> eventsOf(Customer customer) {
		flush();
		return this.events.stream(EventFilter.ofCustomer(customer.id())).toList();
	}

	/**
	 * Return the events that the emulator was sent, whether they are a customer's yet or
	 * not.
	 */
	List<Event> sentEvents() {
		flush();
		return this.emulator.wireMock()
			.find(postRequestedFor(urlPathMatching(".*/events")))
			.stream()
			.map((request) -> JsonMapper.shared().readValue(request.getBodyAsString(), Event.class))
			.toList();
	}

	static <T> T only(Class<T> type, List<Event> events) {
		return events.stream()
			.map(Event::properties)
			.filter(type::isInstance)
			.map(type::cast)
			.findFirst()
			.orElseThrow();
	}

	void flush() {
		assertThat(this.publisher.flush(Duration.ofSeconds(20))).as("events are sent").isTrue();
	}

	List<String> viewedProducts(Customer customer) {
		return eventsOf(customer).stream()
			.map(Event::properties)
			.filter(ViewedProduct.class::isInstance)
			.map((product) -> ((ViewedProduct) product).name())
			.toList();
	}

}
