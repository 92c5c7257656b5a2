package com.example.security;

import java.util.List;

import com.example.AbstractEmulatorTests;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.client.IllegalSettingException;
import io.contacthub.configuration.Source;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.contacthub.customer.CustomerFields.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchRuntimeException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for what the page about security says.
 */
@DisplayName("A secret")
@ExtendWith(OutputCaptureExtension.class)
class SecurityTests extends AbstractEmulatorTests {

	private static final String EMAIL = "ann@example.com";

	private static Workspace workspaceAt(String address) {
		return Workspace.builder().id(EMULATOR.workspaceId()).token(EMULATOR.token()).baseUrl(address).build();
	}

	@Test
	@DisplayName("is in no toString of a value")
	void isNotShown() {
		Customer customer = Customer.builder()
			.externalId(EMAIL)
			.base((base) -> base.contacts((contacts) -> contacts.email(EMAIL)))
			.build();
		Event event = Event.of(ViewedPage.builder().path(EMAIL).build()).in(EventContext.WEB).byExternalId(EMAIL);
		Query query = Query.where(BASE.CONTACTS.EMAIL.eq(EMAIL));
		CustomerPatch patch = CustomerPatch.between(customer, customer.withExtra(EMAIL));
		assertThat(List.of(customer, customer.base(), event, query, patch, Source.builder().token(EMAIL).build(),
				Query.where(BASE.CONTACTS.EMAIL.in(List.of(EMAIL))).toJsonObject()))
			.extracting(Object::toString)
			.allSatisfy((text) -> assertThat(text).doesNotContain(EMAIL));
		assertThat(EventFilter.ofCustomer("c1").toString()).contains("c1");
		assertThat(customer.toMap().toString()).contains(EMAIL);
	}

	@Test
	@DisplayName("that ContactHub quotes is in the message of the exception, and not in its summary")
	void isQuoted() {
		EMULATOR.wireMock().register(any(anyUrl()).willReturn(aResponse().withStatus(400).withBody("""
				{"message": "%s is no good", "logref": "4711", "errors": []}""".formatted(EMAIL))));
		RuntimeException thrown = catchRuntimeException(() -> NODE.customers().getById("c1"));
		assertThat(thrown).hasMessageContaining(EMAIL);
		assertThat(QuietLog.summary(thrown))
			.isEqualTo("GET /customers/{id} failed: ERROR_STATUS, status 400, logref: 4711");
	}

	@Test
	@DisplayName("is in no log of a publisher")
	void isLogged(CapturedOutput output) {
		EMULATOR.wireMock().register(WireMock.post(anyUrl()).willReturn(aResponse().withStatus(400).withBody("""
				{"message": "%s is no good", "logref": "4711", "errors": []}""".formatted(EMAIL))));
		publish(EventPublisher.create(NODE.events(), EventPublisher.Settings.defaults(), null));
		assertThat(output)
			.contains("An event of type 'viewedPage' was not sent: POST /events failed: ERROR_STATUS, status 400, "
					+ "logref: 4711")
			.doesNotContain(EMAIL);
	}

	private static void publish(EventPublisher publisher) {
		try (publisher) {
			publisher.publish(Event.of(ViewedPage.builder().path("/").build()).in(EventContext.WEB).byCustomerId("c1"));
		}
	}

	@Test
	@DisplayName("that is the token is left out where an answer repeats it")
	void tokenIsHidden() {
		EMULATOR.wireMock()
			.register(any(anyUrl()).willReturn(aResponse().withStatus(403)
				.withBody("{\"message\": \"no %s\", \"logref\": \"1\"}".formatted(EMULATOR.token()))));
		Throwable thrown = catchThrowable(() -> NODE.customers().getById("c1"));
		assertThat(thrown).hasStackTraceContaining("no ***")
			.hasMessageContaining("TRUSTED_APPLICATION")
			.satisfies((failure) -> assertThat(failure.toString()).doesNotContain(EMULATOR.token()));
	}

	@Test
	@DisplayName("that is the token goes to no other machine unencrypted")
	void isEncrypted() {
		assertThatExceptionOfType(IllegalSettingException.class).isThrownBy(() -> workspaceAt("http://api.example.com"))
			.withMessageContaining("unencrypted");
		assertThat(workspaceAt("http://localhost:1").baseUrl()).hasToString("http://localhost:1/hub/v1");
	}

	@Test
	@DisplayName("that is the token may change from one request to the next")
	void rotates() {
		String[] token = { "first" };
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
			.withBean(RotatingConnection.class, () -> new RotatingConnection(() -> token[0]) {

				@Override
				public String getBaseUrl() {
					return EMULATOR.baseUrl();
				}

			})
			.run((context) -> {
				EMULATOR.wireMock()
					.register(get(urlPathMatching(".*/customers/c1")).willReturn(okJson("{\"id\":\"c1\"}")));
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				customers.getById("c1");
				token[0] = "second";
				customers.getById("c1");
			});
		EMULATOR.wireMock()
			.verifyThat(1, anyRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer first")));
		EMULATOR.wireMock()
			.verifyThat(1, anyRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer second")));
	}

	@Test
	@DisplayName("of others is not reached by an id that is a path")
	void isNotReached() {
		assertThatIllegalArgumentException().isThrownBy(() -> NODE.customers().getById(".."));
		assertThat(NODE.customers().findById("c1/sessions")).isEmpty();
		EMULATOR.wireMock().verifyThat(1, anyRequestedFor(WireMock.urlPathMatching(".*/customers/c1%2Fsessions")));
	}

	@Test
	@DisplayName("is no member that a form does not have")
	void isNotTaken() {
		Customer stored = NODE.customers().insert(Customer.builder().externalId("A1").extra("kept").build());
		ProfileController controller = new ProfileController(NODE.customers(), (principal) -> stored.id());
		assertThat(controller.change(() -> "ann", new ProfileController.Profile("Ann", "")).firstName())
			.isEqualTo("Ann");
		assertThat(controller.show(() -> "ann").firstName()).isEqualTo("Ann");
		assertThat(NODE.customers().getById(stored.id()).extra()).isEqualTo("kept");
	}

}
