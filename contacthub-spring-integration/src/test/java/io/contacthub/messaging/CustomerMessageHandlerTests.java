package io.contacthub.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerChange;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerWrite;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.messaging.MessageHandlingException;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.messaging.support.GenericMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Customers of messages.
 */
@DisplayName("A message handler of customers")
class CustomerMessageHandlerTests extends AbstractEmulatedNodeTests {

	private static final String JSON = """
			{"externalId":"A1","base":{"firstName":"Ann","contacts":{"email":"ann@example.com"}}}""";

	private final CustomerMessageHandler handler = new CustomerMessageHandler(hub.node().customers());

	static Stream<Object> forms() {
		JsonObject object = ContactHubJson.mapper().readValue(JSON, JsonObject.class);
		return Stream.of(Customer.of(object), JSON, JSON.getBytes(StandardCharsets.UTF_8), object,
				ContactHubJson.mapper().readTree(JSON));
	}

	@ParameterizedTest
	@MethodSource("forms")
	@DisplayName("stores a new customer by one request, whatever form it has")
	void stores(Object payload) {
		send(payload);
		hub.verifyRequests(1);
		hub.verify(1,
				WireMock.postRequestedFor(WireMock.urlPathMatching(".*/customers"))
					.withRequestBody(WireMock.equalToJson(
							"{\"nodeId\":\"" + hub.emulator().nodeId() + "\"," + JSON.substring(1), false, false)));
	}

	@Test
	@DisplayName("patches one that is there")
	void upserts() {
		Customer stored = hub.node().customers().insert(customer("ann@example.com", "Ann"));
		send(customer("ann@example.com", "Anna"));
		hub.verify(1, WireMock.patchRequestedFor(WireMock.urlPathMatching(".*/customers/" + stored.id()))
			.withRequestBody(WireMock.equalToJson("""
					{"base":{"firstName":"Anna","contacts":{"email":"ann@example.com"}}}""")));
		hub.verifyRequests(3);
	}

	@Test
	@DisplayName("only inserts when it is told so")
	void inserts() {
		this.handler.setWrite(CustomerWrite.insert());
		send(customer("ann@example.com", "Ann"));
		assertThatExceptionOfType(MessageHandlingException.class)
			.isThrownBy(() -> send(customer("ann@example.com", "Anna")))
			.withCauseInstanceOf(CustomerConflictException.class);
		hub.verifyRequests(2);
	}

	@Test
	@DisplayName("patches for a change")
	void patches() {
		Customer stored = hub.node().customers().insert(customer("ann@example.com", "Ann"));
		send(change(stored, "Anna"));
		hub.verify(1, WireMock.patchRequestedFor(WireMock.urlPathMatching(".*/customers/" + stored.id()))
			.withRequestBody(WireMock.equalToJson("{\"base\":{\"firstName\":\"Anna\"}}")));
		hub.verifyRequests(2);
	}

	@Test
	@DisplayName("sends nothing but what reads the customer when nothing changes, if it is told so")
	void patchesOnlyChanges() {
		Customer stored = hub.node().customers().insert(customer("ann@example.com", "Ann"));
		this.handler.setChange(CustomerWrite.patch().onlyChanges());
		send(List.of(change(stored, "Ann")));
		hub.verify(1, WireMock.getRequestedFor(WireMock.urlPathMatching(".*/customers/" + stored.id())));
		hub.verifyRequests(2);
	}

	@Test
	@DisplayName("writes those of a list that are the same customer one after the other")
	void writesList() {
		send(List.of(customer("ann@example.com", "Ann"), customer("bob@example.com", "Bob"),
				customer("ann@example.com", "Anna")));
		hub.emulator().index();
		try (Stream<Customer> customers = hub.node().customers().stream()) {
			assertThat(customers).extracting((customer) -> customer.base().firstName())
				.containsExactlyInAnyOrder("Anna", "Bob");
		}
	}

	@Test
	@DisplayName("tries all of a list, and fails once, naming each that was refused")
	void triesAll() {
		hub.emulator()
			.wireMock()
			.register(WireMock.post(WireMock.urlPathMatching(".*/customers"))
				.withRequestBody(WireMock.containing("refused"))
				.willReturn(WireMock.badRequest()));
		assertThatExceptionOfType(MessageHandlingException.class)
			.isThrownBy(() -> send(List.of(customer("refused@example.com", "Ann"), customer("bob@example.com", "Bob"),
					customer("cay@example.com", "Cay"))))
			.havingCause()
			.isInstanceOfSatisfying(ItemsNotWrittenException.class,
					(ex) -> assertThat(ex.problems()).singleElement()
						.extracting(BulkOutcome::position, BulkOutcome::kind)
						.containsExactly(0L, BulkOutcome.Kind.REFUSED))
			.withMessageStartingWith("1 of 3 customers were not written; element 0: POST /customers");
		hub.verifyRequests(3);
	}

	@Test
	@DisplayName("waits while ContactHub asks for patience, and goes on")
	void waits() {
		hub.emulator()
			.wireMock()
			.register(WireMock.post(WireMock.urlPathMatching(".*/customers"))
				.inScenario("busy")
				.whenScenarioStateIs("Started")
				.willSetStateTo("free")
				.willReturn(WireMock.aResponse().withStatus(429)));
		send(customer("ann@example.com", "Ann"));
		hub.verifyRequests(2);
	}

	@Test
	@DisplayName("fails as ContactHub does when its patience is over")
	void losesPatience() {
		this.handler.setBulkSettings(BulkSettings.defaults().withPatience(Duration.ZERO));
		hub.emulator()
			.wireMock()
			.register(WireMock.post(WireMock.urlPathMatching(".*/customers"))
				.willReturn(WireMock.aResponse().withStatus(429)));
		assertThatExceptionOfType(MessageHandlingException.class)
			.isThrownBy(() -> send(customer("ann@example.com", "Ann")))
			.withCauseInstanceOf(TransientDataAccessException.class);
	}

	@Test
	@DisplayName("fails as ContactHub does when the token is refused")
	void isNotPermitted() {
		hub.emulator()
			.wireMock()
			.register(WireMock.post(WireMock.urlPathMatching(".*/customers")).willReturn(WireMock.unauthorized()));
		assertThatExceptionOfType(MessageHandlingException.class)
			.isThrownBy(() -> send(customer("ann@example.com", "Ann")))
			.withCauseInstanceOf(PermissionDeniedDataAccessException.class)
			.satisfies((ex) -> assertThat(ContactHubFailure.in(ex)).isPresent());
	}

	@Test
	@DisplayName("refuses what is no customer, without its content, and sends nothing")
	void refuses() {
		assertThatExceptionOfType(MessageConversionException.class)
			.isThrownBy(() -> send("{\"type\":\"secret\",\"context\":\"WEB\",\"id\":\"secret\"}"))
			.withMessage("The payload is a JSON object without a member that a customer has: make a customer of it "
					+ "before, such as by .transform(...), or give its JSON as a text, bytes, JsonNode or JsonObject, "
					+ "or a List of these");
		assertThatExceptionOfType(MessageConversionException.class)
			.isThrownBy(() -> send(JsonObject.of("base", JsonObject.of("dob", Instant.parse("1980-02-03T00:00:00Z")))))
			.withMessageStartingWith("The payload has a value that a customer cannot have there, as reading it by "
					+ "itself will tell: make a customer of it before")
			.withNoCause();
		assertThatExceptionOfType(MessageConversionException.class)
			.isThrownBy(() -> send(List.of(change(Customer.builder().id("c1").build(), "Anna"), JSON)))
			.withMessage("Element 1 of the payload is no CustomerChange, and others are: send customers and changes in "
					+ "messages of their own");
		hub.verifyRequests(0);
	}

	private void send(Object payload) {
		this.handler.handleMessage(new GenericMessage<>(payload));
	}

	private static Customer customer(String email, String firstName) {
		return Customer.builder()
			.base((base) -> base.firstName(firstName).contacts((contacts) -> contacts.email(email)))
			.build();
	}

	private static CustomerChange change(Customer customer, String firstName) {
		return new CustomerChange(String.valueOf(customer.id()),
				CustomerPatch.of(JsonObject.of("base", JsonObject.of("firstName", firstName))));
	}

}
