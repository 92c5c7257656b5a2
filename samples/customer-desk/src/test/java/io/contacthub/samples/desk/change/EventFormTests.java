package io.contacthub.samples.desk.change;

import java.util.List;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventController}.
 */
@DisplayName("The form that adds an event")
class EventFormTests extends AbstractChangeTests {

	@Test
	@DisplayName("has the fields of the type that was chosen")
	void fields() {
		this.browser.open(path("/events/new")).fill("What happened", "openedTicket").press("Show its fields");
		assertThat(this.browser.page().select("main h2").text()).contains("Opened ticket");
		assertThat(this.browser.page().select("select#context option[selected]").val()).isEqualTo("CONTACT_CENTER");
		assertThat(this.browser.page().select("label[for=context]").text()).contains("(required)");
		this.browser.fill("Ticket", "T-1")
			.fill("Subject", "Reward check")
			.fill("Category", "money\nurgent")
			.fill("When", "2026-01-02T10:30")
			.press("Add event");
		assertThat(this.browser.text()).contains("The event was accepted.");
		assertThat(events()).singleElement()
			.asString()
			.contains("\"type\":\"openedTicket\"", "\"context\":\"CONTACT_CENTER\"",
					"\"customerId\":\"" + this.ada.id() + "\"", "\"date\":\"2026-01-02T10:30:00.000Z\"",
					"\"properties\":{\"ticketId\":\"T-1\",\"subject\":\"Reward check\",\"category\":[\"money\",\"urgent\"]}");
	}

	@Test
	@DisplayName("has fields of nested records, and sends numbers")
	void nested() {
		this.browser.open(path("/events/new?type=completedOrder")).fill("Context (required)", "ECOMMERCE");
		this.browser.page().getElementById("properties.orderId").val("O-1");
		this.browser.page().getElementById("properties.amount.total").val("12,50");
		this.browser.press("Add event");
		assertThat(this.browser.text()).contains("The event was accepted.");
		assertThat(events()).singleElement()
			.asString()
			.contains("\"properties\":{\"orderId\":\"O-1\",\"amount\":{\"total\":12.50}}");
	}

	@Test
	@DisplayName("has as many rows for a list of records as are asked for")
	void rows() {
		this.browser.open(path("/events/new?type=completedOrder")).fill("Context (required)", "ECOMMERCE");
		this.browser.page().getElementById("properties.orderId").val("O-1");
		this.browser.page().getElementById("properties.products.0.sku").val("S-1");
		this.browser.press("Add another product");
		assertThat(this.browser.page().getElementById("properties.products.0.sku").val()).isEqualTo("S-1");
		assertThat(this.browser.page().select("details").eachAttr("id")).doesNotHaveDuplicates()
			.contains("group-products-1", "group-products-2");
		assertThat(this.browser.page().select("details[open]").eachAttr("id")).contains("group-products-2");
		assertThat(this.browser.page().getElementById("countries")).isNull();
		this.browser.page().getElementById("properties.products.1.sku").val("S-2");
		this.browser.page().getElementById("properties.products.1.quantity").val("2");
		this.browser.page().getElementById("properties.products.1.classifications").val("colour = blue");
		this.browser.press("Add event");
		assertThat(this.browser.text()).contains("The event was accepted.");
		assertThat(events()).singleElement()
			.asString()
			.contains("\"products\":[{\"sku\":\"S-1\"},{\"sku\":\"S-2\","
					+ "\"classifications\":[{\"key\":\"colour\",\"value\":\"blue\"}],\"quantity\":2}]");
	}

	@Test
	@DisplayName("of a type that the workspace defines takes properties of any name, numbers too")
	void free() {
		this.emulator.wireMock()
			.register(WireMock.post(urlPathMatching(".*/events")).willReturn(WireMock.aResponse().withStatus(202)));
		this.browser.open(path("/events/new?type=tastedWine")).fill("Context (required)", "WEB");
		this.browser.page().getElementById("properties").val("1 = a\n2 = b");
		this.browser.press("Add event");
		assertThat(this.browser.text()).contains("The event was accepted.");
		assertThat(events()).singleElement().asString().contains("\"properties\":{\"1\":\"a\",\"2\":\"b\"}");
	}

	@Test
	@DisplayName("opens although nobody can tell whose it is, unless there is no such customer")
	void opensWithoutName() {
		this.emulator.switches(this.emulator.switches().withFailureRate(1));
		this.browser.open(path("/events/new?type=searched"));
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.heading()).isEqualTo("Add an event");
		assertThat(this.browser.page().getElementById("properties.keyword")).isNotNull();
		this.emulator.switches(this.emulator.switches().withFailureRate(0));
		assertThat(this.browser.open(path("/events/new?type=searched")).heading())
			.isEqualTo("Add an event · Ada Lovelace");
		this.customers.deleteById(this.ada.id());
		assertThat(this.browser.open(path("/events/new?type=searched")).status()).isEqualTo(404);
	}

	@Test
	@DisplayName("sends an event of a type that has no properties")
	void nothing() {
		this.browser.open(path("/events/new?type=loggedIn")).fill("Context (required)", "WEB").press("Add event");
		assertThat(this.browser.text()).contains("The event was accepted.");
		assertThat(events()).singleElement().asString().contains("\"properties\":{}");
	}

	@Test
	@DisplayName("explains at its fields what is missing or cannot be read")
	void explains() {
		this.browser.open(path("/events/new?type=searched"));
		this.browser.page().getElementById("properties.resultCount").val("many");
		this.browser.page().getElementById("properties.keyword").val("tea");
		this.browser.press("Add event");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.error("context")).isNotEmpty();
		assertThat(this.browser.error("properties.resultCount")).isEqualTo("Enter a number such as 12.50.");
		assertThat(this.browser.page().getElementById("properties.keyword").val()).isEqualTo("tea");
		assertThat(events()).isEmpty();
	}

	@Test
	@DisplayName("tells at the field what ContactHub refuses")
	void refusal() {
		this.emulator.wireMock()
			.register(WireMock.post(urlPathMatching(".*/events"))
				.willReturn(WireMock.jsonResponse("{\"message\":\"no\",\"logref\":\"r\",\"errors\":"
						+ "[{\"message\":\"is not known\",\"path\":\"/properties/ticketId\"}]}", 400)));
		this.browser.open(path("/events/new?type=openedTicket"))
			.fill("Context (required)", "WEB")
			.fill("Ticket", "T-1");
		this.browser.press("Add event");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.error("properties.ticketId")).contains("is not known");
	}

	private List<String> events() {
		return this.emulator.wireMock()
			.find(RequestPatternBuilder.newRequestPattern(RequestMethod.POST, urlPathMatching(".*/events")))
			.stream()
			.map(LoggedRequest::getBodyAsString)
			.toList();
	}

}
