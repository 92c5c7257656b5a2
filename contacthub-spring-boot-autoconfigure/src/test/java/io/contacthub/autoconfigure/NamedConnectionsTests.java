package io.contacthub.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.event.EventRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.data.domain.PageRequest;
import org.springframework.mock.env.MockEnvironment;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for workspaces and nodes that have names.
 */
@DisplayName("A connection with a name")
class NamedConnectionsTests {

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.bare.withPropertyValues("contacthub.workspace-id=w1",
			"contacthub.token=t1", "contacthub.node-id=n1", "contacthub.base-url=" + server.baseUrl() + "/hub/v1");

	@Test
	@DisplayName("S17 to a node of the workspace has beans with its name as their qualifier")
	void qualifiesNodes() {
		this.runner.withPropertyValues("contacthub.nodes.shop=n2", "contacthub.nodes.news-letter=n3")
			.withUserConfiguration(Shop.class)
			.run((context) -> {
				Shop shop = context.getBean(Shop.class);
				assertThat(shop.node.id()).isEqualTo("n1");
				assertThat(shop.shopNode.id()).isEqualTo("n2");
				assertThat(shop.shopNode.workspace()).isSameAs(shop.node.workspace());
				assertThat(shop.customers).isSameAs(shop.node.customers());
				assertThat(shop.shopCustomers).isSameAs(shop.shopNode.customers());
				assertThat(shop.shopEvents).isSameAs(shop.shopNode.events());
				assertThat(context.getBean("news-letterContactHubNode", Node.class).id()).isEqualTo("n3");
				assertThat(context.getBean(CustomerRepository.class)).isSameAs(shop.customers);
				assertThat(context.getBean(Workspace.class)).isSameAs(shop.node.workspace());
			});
	}

	@Test
	@DisplayName("to a workspace has its own settings, and the common ones where it has none")
	void overlaysWorkspaces() {
		server.stubFor(any(anyUrl()).willReturn(
				okJson("{\"elements\":[],\"page\":{\"size\":1,\"totalElements\":0,\"totalPages\":0,\"number\":0}}")));
		this.runner
			.withPropertyValues("contacthub.nodes.shop=n2", "contacthub.workspaces.partner.workspace-id=w9",
					"contacthub.workspaces.partner.token=t9", "contacthub.workspaces.partner.node-id=n9",
					"contacthub.workspaces.partner.nodes.shop=n8")
			.run((context) -> {
				Workspace partner = context.getBean("partnerContactHubWorkspace", Workspace.class);
				assertThat(partner.id()).isEqualTo("w9");
				assertThat(context.getBean("partnerContactHubNode", Node.class).workspace()).isSameAs(partner);
				assertThat(context.getBean(Node.class).id()).isEqualTo("n1");
				assertThat(context.getBeanNamesForType(Node.class)).containsExactlyInAnyOrder("contactHubNode",
						"shopContactHubNode", "partnerContactHubNode", "partner.shopContactHubNode");
				context.getBean("partner.shopContactHubCustomerRepository", CustomerRepository.class)
					.findAll(PageRequest.of(0, 1));
				server.verify(1,
						getRequestedFor(urlPathEqualTo("/hub/v1/workspaces/w9/customers"))
							.withQueryParam("nodeId", equalTo("n8"))
							.withHeader("Authorization", equalTo("Bearer t9")));
			});
	}

	@Test
	@DisplayName("inherits every setting, but nodes only within the same workspace")
	void inheritsSettings() {
		MockEnvironment environment = new MockEnvironment().withProperty("contacthub.workspace-id", "w1")
			.withProperty("contacthub.node-id", "n1")
			.withProperty("contacthub.nodes.shop", "n2")
			.withProperty("secret", "t1")
			.withProperty("contacthub.token", "${secret}")
			.withProperty("contacthub.retry.max-attempts", "7")
			.withProperty("contacthub.http.read-timeout", "7s")
			.withProperty("contacthub.http.connect-timeout", "3s")
			.withProperty("contacthub.workspaces.same.http.read-timeout", "8s")
			.withProperty("contacthub.workspaces.other.workspace-id", "w2");
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("systemEnvironment",
					Map.of("CONTACTHUB_WORKSPACES_OTHER_TOKEN", "t2")));
		ConnectionProperties same = NamedConnections.properties(environment,
				ConnectionName.of(NamedConnections.WORKSPACES, "same"));
		assertThat(same.workspaceId()).isEqualTo("w1");
		assertThat(same.nodeId()).isEqualTo("n1");
		assertThat(same.token()).isEqualTo("t1");
		assertThat(same.nodes()).isEmpty();
		assertThat(same.http().readTimeout()).isEqualTo(Duration.ofSeconds(8));
		assertThat(same.http().connectTimeout()).isEqualTo(Duration.ofSeconds(3));
		assertThat(same.http().maxConnections()).isEqualTo(50);
		assertThat(same.retry().maxAttempts()).isEqualTo(7);
		ConnectionProperties other = NamedConnections.properties(environment,
				ConnectionName.of(NamedConnections.WORKSPACES, "other"));
		assertThat(other.workspaceId()).isEqualTo("w2");
		assertThat(other.nodeId()).isNull();
		assertThat(other.token()).isEqualTo("t2");
		assertThat(other.http().readTimeout()).isEqualTo(Duration.ofSeconds(7));
	}

	@Test
	@DisplayName("is enough: nobody misses the one without a name")
	void doesWithoutMainConnection() {
		this.bare.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t1", "contacthub.nodes.shop=n2")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(Workspace.class)
				.hasSingleBean(Node.class)
				.doesNotHaveBean("contactHubNode")
				.doesNotHaveBean("contactHubEventPublisher"));
		this.bare
			.withPropertyValues("contacthub.workspaces.partner.workspace-id=w9",
					"contacthub.workspaces.partner.token=t9", "contacthub.workspaces.partner.node-id=n9")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(Workspace.class)
				.hasSingleBean(CustomerRepository.class)
				.doesNotHaveBean("contactHubWorkspace"));
	}

	@Test
	@DisplayName("does not hide that the one without a name is incomplete")
	void explainsMissingProperties() {
		this.runner.withPropertyValues("contacthub.nodes.shop=").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(analyze(context.getStartupFailure()).getDescription())
				.isEqualTo("'contacthub.nodes.shop' is missing or blank.");
			assertThat(analyze(context.getStartupFailure()).getAction())
				.endsWith("contacthub:\n  nodes:\n    shop: <id of the node>\n");
		});
		this.bare
			.withPropertyValues("contacthub.workspaces.partner.workspace-id=w9",
					"contacthub.workspaces.partner.node-id=n9")
			.run((context) -> {
				FailureAnalysis analysis = analyze(context.getStartupFailure());
				assertThat(analysis.getDescription())
					.isEqualTo("'contacthub.workspaces.partner.token' is missing or blank.");
				assertThat(analysis.getAction())
					.contains("contacthub:\n  workspaces:\n    partner:\n      workspace-id: <id of the workspace>\n");
			});
	}

	@Test
	@DisplayName("to a node belongs to the workspace without a name, and to no other")
	void belongsToItsWorkspace() {
		String[] others = { "contacthub.nodes.shop=n2", "contacthub.workspaces.partner.workspace-id=w9",
				"contacthub.workspaces.partner.token=t9", "contacthub.workspaces.partner.node-id=n9" };
		this.bare.withPropertyValues(others)
			.run((context) -> assertThat(analyze(context.getStartupFailure()).getDescription())
				.contains("'contacthub.workspace-id' is missing or blank.", "'contacthub.token' is missing or blank."));
		this.bare.withPropertyValues(others)
			.withBean("own", Workspace.class, () -> Workspace.builder().id("own").token("own").build())
			.run((context) -> {
				assertThat(context.getBean("shopContactHubNode", Node.class).workspace())
					.isSameAs(context.getBean("own"));
				assertThat(context.getBean("partnerContactHubNode", Node.class).workspace().id()).isEqualTo("w9");
			});
	}

	@Test
	@DisplayName("to another workspace, or at another address, has a token of its own")
	void inheritsNoToken() {
		for (String other : new String[] { "workspace-id=w2", "base-url=https://other.example.com" }) {
			this.runner
				.withPropertyValues("contacthub.workspaces.partner." + other,
						"contacthub.workspaces.partner.node-id=n3")
				.run((context) -> assertThat(analyze(context.getStartupFailure()).getDescription())
					.isEqualTo("'contacthub.workspaces.partner.token' is missing or blank."));
		}
		this.runner.withPropertyValues("contacthub.workspaces.patient.http.read-timeout=60s")
			.run((context) -> assertThat(context.getBean("patientContactHubNode", Node.class).workspace().id())
				.isEqualTo("w1"));
	}

	@Test
	@DisplayName("may have its name in any form that properties have")
	void takesAnyName() {
		this.runner
			.withPropertyValues("contacthub.nodes.eastCoast=n2", "contacthub.nodes.north_east=n3",
					"contacthub.workspaces.bigPartner.workspace-id=w2", "contacthub.workspaces.bigPartner.token=t2",
					"contacthub.workspaces.bigPartner.node-id=n4", "contacthub.workspaces.bigPartner.nodes.West=n5")
			.run((context) -> {
				assertThat(context.getBean("eastCoastContactHubNode", Node.class).id()).isEqualTo("n2");
				assertThat(context.getBean("north_eastContactHubNode", Node.class).id()).isEqualTo("n3");
				assertThat(context.getBean("bigPartnerContactHubNode", Node.class).id()).isEqualTo("n4");
				assertThat(context.getBean("bigPartner.WestContactHubNode", Node.class).workspace().id())
					.isEqualTo("w2");
			});
	}

	@Test
	@DisplayName("may have dots, slashes, capitals and letters of any language in its name, in brackets")
	void takesNamesInBrackets() {
		this.runner
			.withPropertyValues("contacthub.nodes[shop.de]=n2", "contacthub.nodes[it/IT]=n3",
					"contacthub.nodes[m\u00fcnchen]=n4", "contacthub.nodes[Shop]=n5", "contacthub.nodes.shop.fr=n6",
					"contacthub.workspaces[acme.eu].workspace-id=w2", "contacthub.workspaces[acme.eu].token=t2",
					"contacthub.workspaces[acme.eu].node-id=n7", "contacthub.workspaces[acme.eu].nodes[a/b]=n8")
			.withUserConfiguration(Bracketed.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(Bracketed.class).node.id()).isEqualTo("n2");
				assertThat(context.getBean("shop.deContactHubNode", Node.class).id()).isEqualTo("n2");
				assertThat(context.getBean("it/ITContactHubNode", Node.class).id()).isEqualTo("n3");
				assertThat(context.getBean("m\u00fcnchenContactHubNode", Node.class).id()).isEqualTo("n4");
				assertThat(context.getBean("ShopContactHubNode", Node.class).id()).isEqualTo("n5");
				assertThat(context.getBean("shop.frContactHubNode", Node.class).id()).isEqualTo("n6");
				assertThat(context.getBean("acme.euContactHubWorkspace", Workspace.class).id()).isEqualTo("w2");
				assertThat(context.getBean("acme.euContactHubNode", Node.class).id()).isEqualTo("n7");
				assertThat(context.getBean("acme.eu.a/bContactHubNode", Node.class).workspace().id()).isEqualTo("w2");
			});
	}

	@Test
	@DisplayName("in brackets is named as it is written when its id is missing")
	void explainsMissingIdOfNameInBrackets() {
		this.runner.withPropertyValues("contacthub.nodes[shop.de]=").run((context) -> {
			FailureAnalysis analysis = analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).isEqualTo("'contacthub.nodes[shop.de]' is missing or blank.");
			assertThat(analysis.getAction()).endsWith("contacthub:\n  nodes:\n    \"[shop.de]\": <id of the node>\n");
		});
	}

	@Test
	@DisplayName("is one with those that the environment writes differently, and the environment wins")
	void mergesNamesOfTheEnvironment() {
		this.runner
			.withPropertyValues("contacthub.nodes.my-shop=n2", "contacthub.nodes.eastCoast=n3",
					"contacthub.nodes[shop.de]=n4", "contacthub.workspaces.my-partner.workspace-id=w2",
					"contacthub.workspaces.my-partner.token=t2", "contacthub.workspaces.my-partner.nodes.web-shop=n6",
					"contacthub.workspaces[acme.eu].workspace-id=w3")
			.withInitializer(environment(Map.of("CONTACTHUB_NODES_MYSHOP", "e2", "CONTACTHUB_NODES_EASTCOAST", "e3",
					"CONTACTHUB_NODES_SHOP_DE", "e4", "CONTACTHUB_WORKSPACES_MYPARTNER_TOKEN", "t9",
					"CONTACTHUB_WORKSPACES_MYPARTNER_NODEID", "e5", "CONTACTHUB_WORKSPACES_MY_PARTNER_NODES_WEBSHOP",
					"e6", "CONTACTHUB_WORKSPACES_ACME_EU_TOKEN", "t3", "CONTACTHUB_WORKSPACES_THE_OTHER_WORKSPACE_ID",
					"w4", "CONTACTHUB_WORKSPACES_THE_OTHER_TOKEN", "t4")))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeanNamesForType(Node.class)).containsExactlyInAnyOrder("contactHubNode",
						"my-shopContactHubNode", "eastCoastContactHubNode", "shop.deContactHubNode",
						"my-partnerContactHubNode", "my-partner.web-shopContactHubNode");
				assertThat(context.getBeanNamesForType(Workspace.class)).containsExactlyInAnyOrder(
						"contactHubWorkspace", "my-partnerContactHubWorkspace", "acme.euContactHubWorkspace",
						"the-otherContactHubWorkspace");
				assertThat(context.getBean("my-shopContactHubNode", Node.class).id()).isEqualTo("e2");
				assertThat(context.getBean("eastCoastContactHubNode", Node.class).id()).isEqualTo("e3");
				assertThat(context.getBean("shop.deContactHubNode", Node.class).id()).isEqualTo("e4");
				assertThat(context.getBean("my-partnerContactHubNode", Node.class).id()).isEqualTo("e5");
				assertThat(context.getBean("my-partner.web-shopContactHubNode", Node.class).id()).isEqualTo("e6");
				assertThat(context.getBean("the-otherContactHubWorkspace", Workspace.class).id()).isEqualTo("w4");
			});
	}

	@Test
	@DisplayName("is one under the writing with dashes, whichever there are")
	void prefersDashes() {
		for (String[] variables : new String[][] { { "MYSHOP", "MY_SHOP" }, { "MY_SHOP" } }) {
			Map<String, Object> values = new TreeMap<>();
			for (String variable : variables) {
				values.put("CONTACTHUB_NODES_" + variable, "e2");
			}
			this.runner.withInitializer(environment(values))
				.run((context) -> assertThat(context.getBeanNamesForType(Node.class))
					.containsExactlyInAnyOrder("contactHubNode", "my-shopContactHubNode"));
		}
		this.runner.withPropertyValues("contacthub.nodes.myShop=n2", "contacthub.nodes.my-shop=n2")
			.run((context) -> assertThat(context.getBeanNamesForType(Node.class))
				.containsExactlyInAnyOrder("contactHubNode", "my-shopContactHubNode"));
	}

	@Test
	@DisplayName("to a workspace is found in the environment by every property that there is")
	void knowsAllProperties() {
		assertThat(Stream.of(ConnectionProperties.class, ContactHubProperties.class)
			.flatMap((type) -> Arrays.stream(type.getRecordComponents()))
			.map(RecordComponent::getName)).allSatisfy((property) -> {
				MockEnvironment environment = new MockEnvironment();
				environment.getPropertySources()
					.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map
						.of("CONTACTHUB_WORKSPACES_THE_OTHER_" + property.toUpperCase(Locale.ROOT) + "_X", "x")));
				assertThat(ConnectionName.workspaces(environment)).extracting(ConnectionName::name)
					.containsExactly("the-other");
			});
	}

	@ParameterizedTest
	@CsvSource({ "acme-health, TOKEN", "acme-events, NODE_ID", "acme-http, HTTP_READTIMEOUT", "acme, HEALTH_TIMEOUT",
			"acme-nodes, NODES_SHOP", "acme-token, TOKEN" })
	@DisplayName("to a workspace may hold the words of properties")
	void mayHoldWordsOfProperties(String name, String variable) {
		MockEnvironment environment = new MockEnvironment();
		environment.setProperty("contacthub.workspaces." + name + ".workspace-id", "w1");
		String prefix = "CONTACTHUB_WORKSPACES_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.of(prefix + variable, "5s")));
		assertThat(ConnectionName.workspaces(environment)).extracting(ConnectionName::name).containsExactly(name);
		MockEnvironment alone = new MockEnvironment();
		alone.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.of(prefix + "TOKEN", "t1")));
		assertThat(ConnectionName.workspaces(alone)).extracting(ConnectionName::name).containsExactly(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "health.timeout", "health.time-to-live", "events.publisher.capacity",
			"workspaces.other.http.read-timeout" })
	@DisplayName("to a workspace has no properties that would have no effect there")
	void bindsNoPropertyWithoutEffect(String property) {
		this.runner.withPropertyValues("contacthub.workspaces.partner." + property + "=none of this")
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean("partnerContactHubWorkspace", Workspace.class)
				.extracting(Workspace::id)
				.isEqualTo("w1"));
	}

	private static ApplicationContextInitializer<ConfigurableApplicationContext> environment(
			Map<String, Object> variables) {
		return (context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
	}

	@Test
	@DisplayName("has its name alone")
	void refusesSecondOfName() {
		this.runner
			.withPropertyValues("contacthub.nodes.shop=n2", "contacthub.workspaces.shop.workspace-id=w2",
					"contacthub.workspaces.shop.node-id=n3")
			.run((context) -> assertThat(analyze(context.getStartupFailure()).getDescription())
				.startsWith("'contacthub.workspaces.shop.node-id' is a second node of the name 'shop'"));
	}

	@Test
	@DisplayName("can be switched off")
	void switchesOff() {
		this.runner
			.withPropertyValues("contacthub.workspaces.partner.workspace-id=w2",
					"contacthub.workspaces.partner.node-id=n3", "contacthub.workspaces.partner.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(Workspace.class).hasSingleBean(Node.class));
	}

	@Test
	@DisplayName("is where connection details say, when they do")
	void asksConnectionDetails() {
		ContactHubConnectionDetails elsewhere = TestConnectionDetails.of("w7", "t7", "n7");
		this.bare
			.withBean("details", ContactHubConnectionDetails.class,
					() -> TestConnectionDetails.of("w1", "t1", "n1").withNamed(elsewhere))
			.withPropertyValues("contacthub.nodes.shop=n2", "contacthub.workspaces.partner.workspace-id=w2",
					"contacthub.workspaces.partner.token=t2", "contacthub.workspaces.partner.node-id=n3",
					"contacthub.workspaces.partner.nodes.shop=n4")
			.run((context) -> {
				assertThat(context.getBean("shopContactHubNode", Node.class).id()).isEqualTo("shop-of-n1");
				assertThat(context.getBean("partnerContactHubWorkspace", Workspace.class).id()).isEqualTo("w7");
				assertThat(context.getBean("partnerContactHubNode", Node.class).id()).isEqualTo("n7");
				assertThat(context.getBean("partner.shopContactHubNode", Node.class).id()).isEqualTo("shop-of-n7");
			});
	}

	@Test
	@DisplayName("backs off for a bean of the application that has its bean name")
	void backsOff() {
		Node own = Workspace.builder().id("own").token("own").build().node("own");
		this.runner.withPropertyValues("contacthub.nodes.shop=n2")
			.withBean("shopContactHubNode", Node.class, () -> own)
			.run((context) -> assertThat(context.getBean("shopContactHubCustomerRepository"))
				.isSameAs(own.customers()));
	}

	@Test
	@DisplayName("say what is missing where a workspace is asked for a bean of the node that it has not")
	void tellMissingNode() {
		MockEnvironment environment = new MockEnvironment();
		MissingNodeFailureAnalyzer analyzer = new MissingNodeFailureAnalyzer(environment);
		this.runner.withUserConfiguration(OfPartner.class)
			.run((context) -> assertThat(analyzer.analyze(context.getStartupFailure())).isNull());
		environment.setProperty("contacthub.workspaces.partner.workspace-id", "w2");
		environment.setProperty("contacthub.workspaces.partner.token", "t2");
		this.runner
			.withPropertyValues("contacthub.workspaces.partner.workspace-id=w2",
					"contacthub.workspaces.partner.token=t2")
			.withUserConfiguration(OfPartner.class)
			.run((context) -> {
				FailureAnalysis analysis = analyzer.analyze(context.getStartupFailure());
				assertThat(analysis.getDescription())
					.isEqualTo("'contacthub.workspaces.partner.node-id' is missing: the workspace 'partner' has no "
							+ "node, and so there is no CustomerRepository of its name.");
				assertThat(analysis.getAction()).contains("node-id: <id of the node>");
			});
	}

	private static FailureAnalysis analyze(Throwable failure) {
		return new ContactHubConfigurationFailureAnalyzer(new MockEnvironment()).analyze(failure);
	}

	/** What asks for a repository of a workspace. */
	static class OfPartner {

		OfPartner(@Qualifier("partner") CustomerRepository customers) {
			assertThat(customers).isNotNull();
		}

	}

	/** What is injected where a name is asked for, and where none is. */
	static class Shop {

		@Autowired
		Node node;

		@Autowired
		CustomerRepository customers;

		@Autowired
		@Qualifier("shop")
		Node shopNode;

		@Autowired
		@Qualifier("shop")
		CustomerRepository shopCustomers;

		@Autowired
		@Qualifier("shop")
		EventRepository shopEvents;

	}

	/** Where a node of a name in brackets is injected. */
	static class Bracketed {

		@Autowired
		@Qualifier("shop.de")
		Node node;

	}

}
