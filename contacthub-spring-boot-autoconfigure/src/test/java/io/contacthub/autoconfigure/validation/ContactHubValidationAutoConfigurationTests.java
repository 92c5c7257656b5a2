package io.contacthub.autoconfigure.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.networknt.schema.SchemaRegistry;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubClientCustomizer;
import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import io.contacthub.client.IllegalDocumentException;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FreeEventProperties;
import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ContactHubValidationAutoConfiguration}.
 */
@DisplayName("The check of documents")
class ContactHubValidationAutoConfigurationTests {

	@RegisterExtension
	final LogExtension log = new LogExtension();

	private static final String CONFIGURATION = "/hub/v1/workspaces/w1/configuration";

	private static final Event WRONG = Event.of(EventType.of("visited"))
		.withProperties(FreeEventProperties.of("stars", "s3cret"))
		.in(EventContext.WEB)
		.by(SessionId.of("s1"));

	private static final Customer WRONG_CUSTOMER = Customer.builder()
		.extended(JsonObject.of("points", "s3cret"))
		.build();

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	private final ApplicationContextRunner bare = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ContactHubAutoConfiguration.class, ContactHubValidationAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.bare.withPropertyValues("contacthub.workspace-id=w1",
			"contacthub.token=t0ken", "contacthub.node-id=n1");

	@BeforeEach
	void answer() {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"x1\",\"nodeId\":\"n1\"}")));
		for (String workspace : new String[] { "w1", "w2" }) {
			server.stubFor(get(urlPathEqualTo(CONFIGURATION.replace("w1", workspace) + "/events")).willReturn(
					okJson("""
							{"elements":[{"id":"visited","type":"visited","propertiesSchema":
							"{\\"properties\\":{\\"stars\\":{\\"type\\":\\"integer\\"}}}"},
							{"id":"other","type":"other"}],"page":{"size":50,"totalElements":2,"totalPages":1,"number":0}}""")));
			server.stubFor(get(urlPathEqualTo(CONFIGURATION.replace("w1", workspace) + "/properties/extended"))
				.willReturn(okJson("{\"schema\":{\"properties\":{\"points\":{\"type\":\"number\"}}}}")));
		}
	}

	private ApplicationContextRunner with(String... properties) {
		return this.runner.withPropertyValues("contacthub.base-url=" + server.baseUrl() + "/hub/v1")
			.withPropertyValues(properties);
	}

	private static void verify(int count, String path, String token) {
		server.verify(count,
				getRequestedFor(urlPathEqualTo(path)).withHeader("Authorization", equalTo("Bearer " + token)));
	}

	@Test
	@DisplayName("is off: nothing is asked for and nothing refused")
	void isOff() {
		with().run((context) -> {
			context.getBean(EventRepository.class).add(WRONG);
			context.getBean(CustomerRepository.class).insert(WRONG_CUSTOMER);
			server.verify(0, getRequestedFor(urlPathMatching(".*/configuration/.*")));
			server.verify(2, anyRequestedFor(anyUrl()));
		});
	}

	@Test
	@DisplayName("refuses what does not fit, reads the schemas once, and reads none of those that are not needed")
	void rejects() {
		with("contacthub.validation.events=reject").run((context) -> {
			server.verify(0, anyRequestedFor(anyUrl()));
			EventRepository events = context.getBean(EventRepository.class);
			for (int i = 0; i < 2; i++) {
				assertThatExceptionOfType(IllegalDocumentException.class).isThrownBy(() -> events.add(WRONG))
					.withMessage("POST /events was not sent: the properties of 'visited' do not fit the workspace's "
							+ "schema: /properties/stars must be of type integer and is a text");
			}
			events.add(WRONG.withProperties(FreeEventProperties.of("stars", 5)));
			context.getBean(CustomerRepository.class).insert(WRONG_CUSTOMER);
		});
		server.verify(1, postRequestedFor(urlPathMatching(".*/events")));
		verify(1, CONFIGURATION + "/events", "t0ken");
		server.verify(0, getRequestedFor(urlPathEqualTo(CONFIGURATION + "/properties/extended")));
	}

	@Test
	@DisplayName("refuses customers for themselves, and tells the listener of a published event")
	void rejectsCustomersAndPublishedEvents() {
		List<Throwable> told = new ArrayList<>();
		with("contacthub.validation.events=reject", "contacthub.validation.customers=reject")
			.withBean(EventPublisherListener.class, () -> (event, failure) -> told.add(failure))
			.run((context) -> {
				CustomerRepository customers = context.getBean(CustomerRepository.class);
				assertThatExceptionOfType(IllegalDocumentException.class)
					.isThrownBy(() -> customers.insert(WRONG_CUSTOMER));
				assertThatExceptionOfType(IllegalDocumentException.class)
					.isThrownBy(() -> customers.patch("c1", (patch) -> patch.set("extended.points", "s3cret")));
				assertThat(context.getBean(EventPublisher.class).publish(WRONG)).isTrue();
			});
		assertThat(told).singleElement().isInstanceOf(IllegalDocumentException.class);
		server.verify(0, postRequestedFor(anyUrl()));
		server.verify(0, patchRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("may log and send, and says no value")
	void logs() {
		with("contacthub.validation.events=log").run((context) -> {
			context.getBean(EventRepository.class).add(WRONG);
			context.getBean(EventRepository.class).add(WRONG);
		});
		server.verify(2, postRequestedFor(urlPathMatching(".*/events")));
		assertThat(this.log.warnings())
			.containsExactly("POST /events is sent although the properties of 'visited' do not fit the workspace's "
					+ "schema: /properties/stars must be of type integer and is a text");
		assertThat(this.log.text()).doesNotContain("s3cret", "t0ken");
	}

	@ParameterizedTest
	@ValueSource(strings = { "off", "OFF", "false", "" })
	@DisplayName("is off as YAML has it, too, where a bare off is a boolean")
	void isOffInYaml(String off) {
		with("contacthub.validation.events=" + off).run((context) -> {
			assertThat(context).hasNotFailed();
			context.getBean(EventRepository.class).add(WRONG);
			server.verify(0, getRequestedFor(anyUrl()));
		});
	}

	@Test
	@DisplayName("lets everything through and says so once where the token may not read the schemas")
	void letsThroughWithoutRights() {
		server.stubFor(get(urlPathEqualTo(CONFIGURATION + "/events")).willReturn(status(403)));
		with("contacthub.validation.events=reject").run((context) -> {
			for (int i = 0; i < 3; i++) {
				context.getBean(EventRepository.class).add(WRONG);
			}
		});
		server.verify(3, postRequestedFor(anyUrl()));
		verify(1, CONFIGURATION + "/events", "t0ken");
		assertThat(this.log.warnings()).singleElement()
			.asString()
			.startsWith("contacthub.validation.events: the event types of the workspace cannot be read, events are "
					+ "sent unchecked: GET /configuration/events failed: status 403")
			.endsWith("ADMIN, USER, GUEST; give a token that may read them by contacthub.validation.token");
	}

	@Test
	@DisplayName("reads with a token of its own, which is sent for nothing else")
	void hasTokenOfItsOwn() {
		with("contacthub.validation.events=reject", "contacthub.validation.customers=reject",
				"contacthub.validation.token= r3ader\n")
			.run((context) -> {
				context.getBean(EventRepository.class).add(WRONG.withProperties(FreeEventProperties.of("stars", 5)));
				context.getBean(CustomerRepository.class)
					.insert(Customer.builder().extended(JsonObject.of("points", 1)).build());
			});
		verify(1, CONFIGURATION + "/events", "r3ader");
		verify(1, CONFIGURATION + "/properties/extended", "r3ader");
		server.verify(2, anyRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer r3ader")));
		server.verify(2, postRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t0ken")));
	}

	@Test
	@DisplayName("is set for each workspace, and inherited but for the token")
	void isSetForEachWorkspace() {
		with("contacthub.validation.events=reject", "contacthub.validation.token=r3ader",
				"contacthub.workspaces.two.workspace-id=w2", "contacthub.workspaces.two.token=t2",
				"contacthub.workspaces.two.node-id=n2", "contacthub.workspaces.three.workspace-id=w2",
				"contacthub.workspaces.three.token=t3", "contacthub.workspaces.three.node-id=n2",
				"contacthub.workspaces.three.validation.events=off")
			.run((context) -> {
				assertThatExceptionOfType(IllegalDocumentException.class).isThrownBy(
						() -> context.getBean("twoContactHubEventRepository", EventRepository.class).add(WRONG));
				context.getBean("threeContactHubEventRepository", EventRepository.class).add(WRONG);
			});
		verify(1, "/hub/v1/workspaces/w2/configuration/events", "t2");
		server.verify(1, getRequestedFor(anyUrl()));
		server.verify(1, postRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t3")));
		server.resetRequests();
		server.stubFor(get(urlPathMatching(".*/configuration/events")).willReturn(status(401)));
		with("contacthub.validation.events=reject", "contacthub.workspaces.two.workspace-id=w2",
				"contacthub.workspaces.two.token=t2", "contacthub.workspaces.two.node-id=n2",
				"contacthub.workspaces.two.validation.token=r2")
			.run((context) -> context.getBean("twoContactHubEventRepository", EventRepository.class).add(WRONG));
		verify(1, "/hub/v1/workspaces/w2/configuration/events", "r2");
		assertThat(this.log.warnings()).singleElement()
			.asString()
			.startsWith("contacthub.workspaces.two.validation.events: the event types")
			.endsWith("by contacthub.workspaces.two.validation.token");
	}

	@Test
	@DisplayName("reads with the token that connection details say, and never with one of another connection")
	void keepsTokenFromOthers() {
		this.bare
			.withBean(ContactHubConnectionDetails.class,
					() -> new Details("w1", "t0ken", "n1", " v1\n", new Details("w2", "t2", "n2", null, null)))
			.withPropertyValues("contacthub.validation.events=reject", "contacthub.validation.token=r3ader",
					"contacthub.workspaces.two.node-id=n2")
			.run((context) -> {
				for (String bean : new String[] { "contactHubEventRepository", "twoContactHubEventRepository" }) {
					assertThatExceptionOfType(IllegalDocumentException.class)
						.isThrownBy(() -> context.getBean(bean, EventRepository.class).add(WRONG));
				}
			});
		verify(1, CONFIGURATION + "/events", "v1");
		verify(1, "/hub/v1/workspaces/w2/configuration/events", "t2");
		server.verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is set as well where a file says where the workspace is")
	void isSetBesideFiles(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("contacthub.ini"),
				"workspace_id = w2\ntoken = t2\nbase_url = " + server.baseUrl());
		for (String prefix : new String[] { "contacthub.", "contacthub.workspaces.two." }) {
			this.bare
				.withPropertyValues(prefix + "ini-file=" + file.toUri(), prefix + "node-id=n2",
						prefix + "validation.events=reject", prefix + "validation.token=r2")
				.run((context) -> assertThatExceptionOfType(IllegalDocumentException.class)
					.isThrownBy(() -> context.getBean(EventRepository.class).add(WRONG)));
		}
		verify(2, "/hub/v1/workspaces/w2/configuration/events", "r2");
		server.verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("leaves the last word to a customizer")
	void leavesLastWordToCustomizer() {
		List<String> asked = new ArrayList<>();
		with("contacthub.validation.events=reject")
			.withBean(ContactHubClientCustomizer.class,
					() -> (client) -> client
						.documentValidator((owner) -> (operation, document) -> asked.add(operation)))
			.run((context) -> context.getBean(EventRepository.class).add(WRONG));
		assertThat(asked).containsExactly("POST /events");
		server.verify(0, getRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is refused at start without the library, for each property, with the lines to add")
	void needsItsLibrary() {
		ApplicationContextRunner without = this.runner
			.withClassLoader(new FilteredClassLoader(SchemaRegistry.class.getPackageName()));
		without.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(Workspace.class));
		without
			.withPropertyValues("contacthub.validation.events=reject", "contacthub.validation.customers=log",
					"contacthub.retry.max-attempts=0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'contacthub.validation.events' is reject: needs the library "
						+ "com.networknt:json-schema-validator, which is missing")
				.hasMessageContaining("'contacthub.validation.customers' is log: needs")
				.hasMessageContaining("'contacthub.retry.max-attempts' is 0"));
		without
			.withPropertyValues("contacthub.workspaces.two.workspace-id=w2", "contacthub.workspaces.two.token=t2",
					"contacthub.workspaces.two.validation.events=log")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("'contacthub.workspaces.two.validation.events' is log: needs the library "
						+ "com.networknt:json-schema-validator, which is missing."));
	}

	@Test
	@DisplayName("reads properties of workspaces out of variables of the environment")
	void readsVariables() {
		with()
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("systemEnvironment",
						Map.of("CONTACTHUB_WORKSPACES_TWO_WORKSPACEID", "w2", "CONTACTHUB_WORKSPACES_TWO_TOKEN", "t2",
								"CONTACTHUB_WORKSPACES_TWO_NODEID", "n2", "CONTACTHUB_WORKSPACES_TWO_VALIDATION_EVENTS",
								"reject", "CONTACTHUB_WORKSPACES_TWO_VALIDATION_TOKEN", "r2"))))
			.run((context) -> assertThatExceptionOfType(IllegalDocumentException.class)
				.isThrownBy(() -> context.getBean("twoContactHubEventRepository", EventRepository.class).add(WRONG)));
		verify(1, "/hub/v1/workspaces/w2/configuration/events", "r2");
	}

	/**
	 * Connection details of a workspace, and of all with names.
	 */
	private record Details(String getWorkspaceId, String getToken, String getNodeId,
			@Nullable String getValidationToken,
			@Nullable ContactHubConnectionDetails named) implements ContactHubConnectionDetails {

		@Override
		public String getBaseUrl() {
			return server.baseUrl();
		}

		@Override
		public @Nullable ContactHubConnectionDetails getWorkspace(String name) {
			return this.named;
		}

	}

}
