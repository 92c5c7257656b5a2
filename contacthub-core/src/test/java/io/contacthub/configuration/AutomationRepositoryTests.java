package io.contacthub.configuration;

import java.util.Map;

import io.contacthub.customer.CustomerFields;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Query;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpMethod;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AutomationRepository} on the wire.
 */
@DisplayName("The automations of a workspace")
class AutomationRepositoryTests extends ConfigurationWireTests {

	private static final String PATH = "/automations/event-trigger";

	private static final String PAYLOAD = """
			"name":"Welcome","enabled":true,"nodes":["n1"],"delay":3600,
			"topic":{"eventType":"formCompiled","customerType":"KNOWN","eventContext":"WEB",
			"query":{"type":"simple","are":{"condition":{"type":"atomic","attribute":"extra","operator":"EQUALS","value":"x"}}}},
			"tag":{"operations":[{"op":"SET_CONSTANT","path":"tags.auto","value":["new",1.10]},{"op":"CLEAR","path":"extended.a"}]},
			"webhook":{"url":"https://example.com/hook","format":"JSON",
			"body":{"type":"KEY_VALUE","content":[{"type":"CONSTANT","key":"a","value":1}]}},"future":true}""";

	private static final String AUTOMATION = "{\"id\":\"a1\"," + PAYLOAD;

	private final AutomationRepository automations = this.configuration.automations();

	@Test
	@DisplayName("are listed page by page")
	void findsAll() {
		answer(200, "{\"elements\":[" + AUTOMATION + "]," + PAGE + "}");
		Automation automation = this.automations.findAll(PageRequest.of(1, 2)).getContent().get(0);
		verifyRequest(HttpMethod.GET, PATH + "?page=1&size=2");
		assertThat(automation.id()).isEqualTo("a1");
		assertThat(automation.name()).isEqualTo("Welcome");
		assertThat(automation.enabled()).isTrue();
		assertThat(automation.nodes()).containsExactly("n1");
		assertThat(automation.delay()).isEqualTo(3600);
		AutomationTopic topic = automation.topic();
		assertThat(topic.eventType()).isEqualTo(EventType.FORM_COMPILED);
		assertThat(topic.customerType()).isEqualTo(AutomationCustomerType.KNOWN);
		assertThat(topic.eventContext()).isEqualTo(EventContext.WEB);
		assertThat(topic.query()).isEqualTo(Query.where(CustomerFields.EXTRA.eq("x")));
		assertThat(automation.tag().operations()).extracting(TagOperation::op)
			.containsExactly(TagOperator.SET_CONSTANT, TagOperator.CLEAR);
		assertThat(automation.tag().operations()).extracting(TagOperation::path)
			.containsExactly("tags.auto", "extended.a");
		assertThat(automation.tag().operations().get(0).value()).hasToString("[new, 1.10]");
		assertThat(automation.tag().operations().get(1).value()).isNull();
		assertThat(automation.webhook().url()).isEqualTo("https://example.com/hook");
		assertThat(automation.webhook().format()).isEqualTo(WebhookFormat.JSON);
		assertThat(automation.webhook().body()).containsEntry("type", "KEY_VALUE");
		assertThat(automation.unknown()).containsOnlyKeys("future");
	}

	@Test
	@DisplayName("are inserted without an id, whether ContactHub says 201 or 200")
	void inserts() {
		Automation automation = Automation.builder()
			.id("not mine to choose")
			.name("Welcome")
			.enabled(false)
			.nodes("n1")
			.delay(0)
			.topic((topic) -> topic.eventType(EventType.LOGGED_IN)
				.customerType(AutomationCustomerType.of("KNONW"))
				.eventContext(EventContext.WEB)
				.query(Query.where(CustomerFields.EXTRA.eq("x"))))
			.tag((tag) -> tag.operations(TagOperation.of(TagOperator.ADD_CONSTANT, "tags.auto", "new"),
					TagOperation.of(TagOperator.SET_NULL, "extended.a", null)))
			.webhook((webhook) -> webhook.url("https://example.com/hook")
				.format(WebhookFormat.XML)
				.body(JsonObject.of("type", "LIST", "content", Map.of())))
			.build();
		for (int status : new int[] { 201, 200 }) {
			answer(status, AUTOMATION);
			assertThat(this.automations.insert(automation).id()).isEqualTo("a1");
			verifyRequest(HttpMethod.POST, PATH,
					"""
							{"name":"Welcome","enabled":false,"nodes":["n1"],"delay":0,
							"topic":{"eventType":"loggedIn","customerType":"KNONW","eventContext":"WEB","query":{"type":"simple",
							"are":{"condition":{"type":"atomic","attribute":"extra","operator":"EQUALS","value":"x"}}}},
							"tag":{"operations":[{"op":"ADD_CONSTANT","path":"tags.auto","value":"new"},{"op":"SET_NULL","path":"extended.a"}]},
							"webhook":{"url":"https://example.com/hook","format":"XML","body":{"type":"LIST","content":{}}}}""");
		}
	}

	@Test
	@DisplayName("are read by their id")
	void getsById() {
		answer(200, AUTOMATION);
		assertThat(this.automations.getById("a1").name()).isEqualTo("Welcome");
		verifyRequest(HttpMethod.GET, PATH + "/a1");
	}

	@Test
	@DisplayName("are replaced with all that was read, and the id in the path alone")
	void replaces() {
		answer(200, AUTOMATION);
		Automation automation = this.automations.getById("a1");
		server.resetRequests();
		assertThat(this.automations.replace(automation)).isEqualTo(automation);
		verifyRequest(HttpMethod.PUT, PATH + "/a1", "{" + PAYLOAD);
		this.automations.replace(Automation.builder().id("a1").enabled(false).build());
		verifyRequest(HttpMethod.PUT, PATH + "/a1", "{\"enabled\":false}");
	}

	@Test
	@DisplayName("keep a query that this library has no words for")
	void keepsUnknownQueries() {
		String payload = "\"topic\":{\"query\":{\"type\":\"future\",\"a\":[{\"b\":null}]}}}";
		answer(200, "{\"id\":\"a1\"," + payload);
		Automation automation = this.automations.getById("a1");
		server.resetRequests();
		this.automations.replace(automation);
		verifyRequest(HttpMethod.PUT, PATH + "/a1", "{" + payload);
	}

	@Test
	@DisplayName("are deleted by their id")
	void deletes() {
		server.stubFor(any(anyUrl()).willReturn(ok()));
		this.automations.deleteById("a1");
		verifyRequest(HttpMethod.DELETE, PATH + "/a1");
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 604_801, Integer.MAX_VALUE })
	@DisplayName("wait neither less than no time nor longer than seven days")
	void refusesDelays(int delay) {
		Automation automation = Automation.builder().id("a1").delay(delay).build();
		String message = "delay of the automation is " + delay
				+ ": it is in seconds, at least 0 and at most 604800, which are seven days";
		assertThatIllegalArgumentException().isThrownBy(() -> this.automations.insert(automation)).withMessage(message);
		assertThatIllegalArgumentException().isThrownBy(() -> this.automations.replace(automation))
			.withMessage(message);
		verify(0, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 604_800 })
	@DisplayName("may wait no time, or seven days")
	void takesDelays(int delay) {
		answer(201, AUTOMATION);
		this.automations.insert(Automation.builder().delay(delay).build());
		verifyRequest(HttpMethod.POST, PATH, "{\"delay\":" + delay + "}");
	}

	@Test
	@DisplayName("are not sent when something is missing")
	void refusesBeforeSending() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.automations.insert(null))
			.withMessageStartingWith("automation is null");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.automations.replace(Automation.builder().name("a").build()))
			.withMessageStartingWith("id of the Automation is missing");
		assertThatIllegalArgumentException().isThrownBy(() -> TagOperation.of(null, "tags.auto", "a"))
			.withMessageStartingWith("op is null");
		assertThatIllegalArgumentException().isThrownBy(() -> TagOperation.of(TagOperator.CLEAR, " ", null))
			.withMessageStartingWith("path is blank");
		verify(0, anyRequestedFor(anyUrl()));
	}

}
