package io.contacthub.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.metrics.ContactHubMetricsAutoConfiguration;
import io.contacthub.client.Delivery;
import io.contacthub.client.PauseSettings;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ApiErrorTranslator;
import io.contacthub.event.Event;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.event.jdbc.JdbcEventPublisherSettings;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ContactHubAutoConfiguration}.
 */
@DisplayName("The auto-configuration")
class ContactHubAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(SslAutoConfiguration.class,
			HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
			RestClientAutoConfiguration.class, ContactHubAutoConfiguration.class,
			ContactHubMetricsAutoConfiguration.class);

	private static final String[] PROPERTIES = { "contacthub.workspace-id=w1", "contacthub.token=t0ken",
			"contacthub.node-id=n1" };

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withPropertyValues(PROPERTIES);

	@Test
	@DisplayName("S1 S4 S5 S22 turns three properties into a workspace, a node and its repositories")
	void createsBeans() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(ContactHubConnectionDetails.class);
			assertThat(context.getBean(Workspace.class).id()).isEqualTo("w1");
			assertThat(context.getBean(Workspace.class).baseUrl()).hasToString("https://api.contactlab.it/hub/v1");
			assertThat(context.getBean(Node.class).id()).isEqualTo("n1");
			assertThat(context.getBean(Node.class).workspace()).isSameAs(context.getBean(Workspace.class));
			assertThat(context.getBean(CustomerRepository.class)).isSameAs(context.getBean(Node.class).customers());
			assertThat(context.getBean(EventRepository.class)).isSameAs(context.getBean(Node.class).events());
		});
	}

	@Test
	@DisplayName("works in servlet and in reactive applications")
	void worksInWebApplications() {
		new WebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(PROPERTIES)
			.run((context) -> assertThat(context).hasSingleBean(CustomerRepository.class));
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(PROPERTIES)
			.run((context) -> assertThat(context).hasSingleBean(CustomerRepository.class));
	}

	@Test
	@DisplayName("does nothing when it is switched off")
	void switchesOff() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("contacthub.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ContactHubConnectionDetails.class)
				.doesNotHaveBean(Workspace.class)
				.doesNotHaveBean(Node.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "workspace-id", "token", "node-id" })
	@DisplayName("S14 fails at start-up with lines to paste when a property is missing or blank")
	void failsWithoutProperty(String missing) {
		for (String value : new String[] { "", "  ", "${CONTACTHUB_UNSET_VARIABLE}" }) {
			this.runner.withPropertyValues("contacthub." + missing + "=" + value).run((context) -> {
				assertThat(context).hasFailed();
				FailureAnalysis analysis = analyze(context);
				assertThat(analysis.getDescription()).isEqualTo("'contacthub." + missing + "' is missing or blank.");
				assertThat(analysis.getAction()).contains("contacthub:\n", "  workspace-id: ", "  token: ",
						"  node-id: ");
				assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("t0ken");
			});
		}
	}

	private static FailureAnalysis analyze(AssertableApplicationContext context) {
		return analyze(context, new MockEnvironment());
	}

	private static FailureAnalysis analyze(AssertableApplicationContext context, Environment environment) {
		FailureAnalysis analysis = new ContactHubConfigurationFailureAnalyzer(environment)
			.analyze(context.getStartupFailure());
		assertThat(analysis).isNotNull();
		assertThat(analysis.getAction()).doesNotContain("t0ken").matches("(?s).*\n( *[#a-z][-a-z ]*:.*\n)+");
		return analysis;
	}

	@ParameterizedTest
	@ValueSource(strings = { "hub.example.com", "ftp://hub.example.com", "https://", "https://a b",
			"https://hub.example.com?x=1" })
	@DisplayName("explains an address that is none")
	void explainsMalformedBaseUrl(String url) {
		this.runner.withPropertyValues("contacthub.base-url=" + url).run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription()).startsWith("'contacthub.base-url' is '" + url + "': it ")
				.doesNotContain("t0ken");
			assertThat(analysis.getAction())
				.endsWith("contacthub:\n  base-url: https://api.contactlab.it/hub/v1\n\n".replace("\n\n", "\n"));
		});
	}

	@Test
	@DisplayName("explains an insecure address, and how to allow it")
	void explainsInsecureBaseUrl() {
		this.runner.withPropertyValues("contacthub.base-url=http://hub.example.com").run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription()).startsWith(
					"'contacthub.base-url' needs https: the token would be sent unencrypted to 'http://hub.example.com'");
			assertThat(analysis.getAction()).endsWith("contacthub:\n  allow-insecure-base-url: true\n");
		});
	}

	@Test
	@DisplayName("explains that the emulator it is to run on is not on the class path")
	void explainsMissingEmulator() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("contacthub.emulator.enabled=true")
			.run((context) -> {
				FailureAnalysis analysis = analyze(context,
						new MockEnvironment().withProperty("contacthub.emulator.enabled", "true"));
				assertThat(analysis.getDescription()).contains("'contacthub.emulator.enabled'",
						"not on the class path");
				assertThat(analysis.getAction()).contains("<artifactId>contacthub-emulator</artifactId>",
						"workspace-id: ");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			retry.max-attempts               | 0     | is 0: it must be at least 1.
			retry.multiplier                 | 0.5   | is 0.5: it must be at least 1.
			retry.jitter                     | 2     | is 2.0: it must be from 0 to 1.
			retry.max-interval               | 0s    | is PT0S: it must be at least 1ms.
			http.call-timeout                | 0s    | is PT0S: it must be at least 1ms.
			http.max-response-size           | 0B    | is 0B: it must be at least 1B.
			http.read-timeout                | 0s    | is PT0S: it must be at least 1ms.
			http.connect-timeout             | -1s   | is PT-1S: it must be at least 1ms.
			http.max-connections             | 0     | is 0: it must be at least 1.
			stream.prefetch                  | -1    | is -1: it must not be negative.
			events.publisher.capacity        | 0     | is 0: it must be at least 1.
			events.publisher.concurrency     | 0     | is 0: it must be at least 1.
			http.ssl.bundle                  | none  | is 'none': there is no such SSL bundle.
			""")
	@DisplayName("explains a setting that cannot be by the name of its property")
	void explainsSettings(String property, String value, String fault) {
		this.runner.withPropertyValues("contacthub." + property + "=" + value)
			.run((context) -> assertThat(analyze(context).getDescription())
				.isEqualTo("'contacthub." + property + "' " + fault));
	}

	@Test
	@DisplayName("explains an engine that cannot send PATCH")
	void explainsSimpleEngine() {
		this.runner.withPropertyValues("spring.http.clients.imperative.factory=simple").run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription()).startsWith("'spring.http.clients.imperative.factory' is a Simple")
				.contains("PATCH");
			assertThat(analysis.getAction()).contains("factory: http-components");
		});
	}

	@Test
	@DisplayName("explains that Spring Boot is too old")
	void explainsOldSpringBoot() {
		this.runner.withClassLoader(new FilteredClassLoader(HttpCookieHandling.class)).run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription())
				.isEqualTo("ContactHub needs Spring Boot 4.1 or later, and this application runs on Spring Boot "
						+ SpringBootVersion.getVersion() + ".");
			assertThat(analysis.getAction()).startsWith("Raise the version of Spring Boot.");
		});
	}

	@Test
	@DisplayName("S16 S20 takes another address, and refuses an insecure one unless allowed")
	void bindsBaseUrl() {
		this.runner.withPropertyValues("contacthub.base-url=https://hub.example.com/x/workspaces/")
			.run((context) -> assertThat(context.getBean(Workspace.class).baseUrl())
				.isEqualTo(URI.create("https://hub.example.com/x")));
		this.runner.withPropertyValues("contacthub.base-url=http://hub.example.com")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("http://hub.example.com")
				.hasMessageNotContaining("t0ken"));
		this.runner
			.withPropertyValues("contacthub.base-url=http://hub.example.com", "contacthub.allow-insecure-base-url=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	@DisplayName("S16 refuses a base URL and an id that cannot be meant, naming the property")
	void refusesWhatCannotBeMeant() {
		this.runner.withPropertyValues("contacthub.base-url=https://hub.example.com/hub/v1/workspaces/other")
			.run((context) -> assertThat(analyze(context).getDescription()).startsWith("'contacthub.base-url' is '"));
		this.runner.withPropertyValues("contacthub.workspace-id=w1/../w2")
			.run((context) -> assertThat(analyze(context).getDescription())
				.startsWith("'contacthub.workspace-id' is 'w1/../w2': '.' and '..' would lead to another path"));
	}

	@Test
	@DisplayName("backs off for each bean of the application")
	void backsOff() {
		this.runner.withUserConfiguration(OwnRepositories.class).run((context) -> {
			assertThat(context).hasSingleBean(CustomerRepository.class).hasBean("ownCustomers");
			assertThat(context).hasSingleBean(EventRepository.class).hasBean("ownEvents");
			assertThat(context).hasSingleBean(Node.class);
		});
		this.runner.withUserConfiguration(OwnNode.class)
			.run((context) -> assertThat(context.getBean(CustomerRepository.class))
				.isSameAs(context.getBean("ownNode", Node.class).customers()));
		this.runner.withUserConfiguration(OwnWorkspace.class)
			.run((context) -> assertThat(context.getBean(Node.class).workspace())
				.isSameAs(context.getBean("ownWorkspace")));
	}

	@Test
	@DisplayName("leaves the choice to the application where it has several of a kind")
	void leavesTheChoice() {
		this.runner.withUserConfiguration(OwnNode.class, OtherNode.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(CustomerRepository.class)
				.doesNotHaveBean(EventRepository.class)
				.doesNotHaveBean(EventPublisher.class));
		this.runner.withBean("one", EventRepository.class, () -> mock())
			.withBean("two", EventRepository.class, () -> mock())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(EventPublisher.class));
		this.runner.withBean("one", EventPublisher.class, () -> publisher(mock()))
			.withBean("two", EventPublisher.class, () -> publisher(mock()))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	@DisplayName("empties and measures the publisher of the application")
	void backsOffForPublisher() {
		EventRepository events = mock();
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		this.runner.withBean("own", EventPublisher.class, () -> publisher(events)).run((context) -> {
			assertThat(context).hasSingleBean(EventPublisher.class).hasSingleBean(EventPublisherLifecycle.class);
			context.getBean(MeterBinder.class).bindTo(registry);
			assertThat(context.getBean(EventPublisher.class).publish(Event.of(EventType.LOGGED_IN))).isTrue();
		});
		assertThat(registry.get("contacthub.events.sent").functionCounter().count()).isEqualTo(1);
	}

	private static EventPublisher publisher(EventRepository events) {
		return EventPublisher.create(events, EventPublisher.Settings.defaults(), null);
	}

	@Test
	@DisplayName("sends or tells the events that were accepted when the application fails to start")
	void drainsAfterFailure() {
		EventRepository events = mock();
		this.runner.withBean(EventRepository.class, () -> events)
			.withUserConfiguration(Failing.class)
			.run((context) -> {
				assertThat(context).hasFailed();
				then(events).should().add(any(Event.class));
				assertThat(Failing.publisher.queued()).isZero();
				assertThatExceptionOfType(RejectedExecutionException.class)
					.isThrownBy(() -> Failing.publisher.publish(Event.of(EventType.LOGGED_IN)));
			});
	}

	@Test
	@DisplayName("S17 gives further nodes of the workspace")
	void givesFurtherNodes() {
		this.runner.run((context) -> {
			Node other = context.getBean(Workspace.class).node("n2");
			assertThat(other.id()).isEqualTo("n2");
			assertThat(other.customers()).isNotSameAs(context.getBean(CustomerRepository.class));
		});
	}

	@Test
	@DisplayName("prefers connection details to properties")
	void prefersConnectionDetails() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withBean(ContactHubConnectionDetails.class, () -> TestConnectionDetails.of("w9", "t9", "n9"))
			.run((context) -> {
				assertThat(context).hasSingleBean(ContactHubConnectionDetails.class);
				assertThat(context.getBean(Workspace.class).id()).isEqualTo("w9");
				assertThat(context.getBean(Node.class).id()).isEqualTo("n9");
				assertThat(context.getBean(Workspace.class).baseUrl()).hasToString("https://api.contactlab.it/hub/v1");
			});
	}

	@Test
	@DisplayName("calls the customizers of the client in their order; of the RestClient they have the last word")
	void callsCustomizers() {
		this.runner.withUserConfiguration(Customizers.class)
			.run((context) -> assertThat(context.getBean(Customizers.class).calls).containsExactly("first", "second",
					"RestClient", "RestClient of second"));
	}

	@Test
	@DisplayName("has a publisher whose numbers are metrics, and that is empty when the application has stopped")
	void publishesEvents() {
		List<Event> sent = new CopyOnWriteArrayList<>();
		EventRepository events = mock();
		CountDownLatch open = new CountDownLatch(1);
		given(events.add(any(Event.class))).willAnswer((call) -> {
			assertThat(open.await(1, TimeUnit.MINUTES)).isTrue();
			sent.add(call.getArgument(0));
			return call.getArgument(0);
		});
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		this.runner.withBean(EventRepository.class, () -> events).run((context) -> {
			context.getBean(MeterBinder.class).bindTo(registry);
			for (int i = 0; i < 500; i++) {
				assertThat(context.getBean(EventPublisher.class).publish(Event.of(EventType.LOGGED_IN))).isTrue();
			}
			await().untilAsserted(
					() -> assertThat(registry.get("contacthub.events.queued").gauge().value()).isEqualTo(500));
			open.countDown();
		});
		assertThat(sent).hasSize(500);
		assertThat(registry.get("contacthub.events.sent").functionCounter().count()).isEqualTo(500);
		assertThat(registry.get("contacthub.events.queued").gauge().value()).isZero();
	}

	@Test
	@DisplayName("tells a bean of the application of the events that are not sent, and measures them")
	void tellsListener() throws InterruptedException {
		EventRepository events = mock();
		CountDownLatch taken = new CountDownLatch(1);
		CountDownLatch open = new CountDownLatch(1);
		given(events.add(any(Event.class))).willAnswer((call) -> {
			taken.countDown();
			assertThat(open.await(1, TimeUnit.MINUTES)).isTrue();
			throw new IllegalStateException("refused");
		});
		Map<String, String> told = new ConcurrentHashMap<>();
		EventPublisherListener listener = (event, failure) -> told.put(String.valueOf(event.customerId()),
				(failure != null) ? String.valueOf(failure.getMessage()) : "dropped");
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		this.runner.withBean(EventRepository.class, () -> events)
			.withBean(EventPublisherListener.class, () -> listener)
			.withPropertyValues("contacthub.events.publisher.capacity=1", "contacthub.events.publisher.concurrency=1",
					"contacthub.events.publisher.overflow=drop", "contacthub.events.publisher.offer-timeout=1m")
			.run((context) -> {
				context.getBean(MeterBinder.class).bindTo(registry);
				EventPublisher publisher = context.getBean(EventPublisher.class);
				assertThat(publisher.publish(event("c1"))).isTrue();
				assertThat(taken.await(1, TimeUnit.MINUTES)).isTrue();
				assertThat(publisher.publish(event("c2"))).isTrue();
				assertThat(publisher.publish(event("c3"))).isFalse();
				assertThat(told).containsExactly(Map.entry("c3", "dropped"));
				open.countDown();
			});
		assertThat(told).containsExactlyInAnyOrderEntriesOf(Map.of("c1", "refused", "c2", "refused", "c3", "dropped"));
		assertThat(registry.get("contacthub.events.failed").functionCounter().count()).isEqualTo(2);
		assertThat(registry.get("contacthub.events.dropped").functionCounter().count()).isEqualTo(1);
		assertThat(registry.get("contacthub.events.sent").functionCounter().count()).isZero();
	}

	private static Event event(String customer) {
		return Event.of(EventType.LOGGED_IN).withCustomerId(customer);
	}

	@Test
	@DisplayName("keeps the publisher open until its web server has stopped")
	void closesPublisherLate() {
		EventRepository events = mock();
		this.runner.withBean(EventRepository.class, () -> events).run((context) -> {
			EventPublisherLifecycle lifecycle = context.getBean(EventPublisherLifecycle.class);
			// what has the greater phase is stopped first
			assertThat(lifecycle.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE)
				.isLessThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
		});
	}

	@Test
	@DisplayName("takes a blank node for none where there are nodes with names")
	void takesBlankNodeForNone() {
		this.runner.withPropertyValues("contacthub.node-id= ", "contacthub.nodes.shop=n2")
			.run((context) -> assertThat(context).hasNotFailed()
				.getBeanNames(Node.class)
				.containsExactly("shopContactHubNode"));
		this.runner
			.withPropertyValues("contacthub.workspaces.partner.node-id= ",
					"contacthub.workspaces.partner.nodes.shop=n2")
			.run((context) -> assertThat(context).hasNotFailed()
				.getBeanNames(Node.class)
				.containsExactlyInAnyOrder("contactHubNode", "partner.shopContactHubNode"));
	}

	@Test
	@DisplayName("has the beans of the properties injected where other auto-configurations add more of the kind")
	void isPrimary() {
		this.runner.withConfiguration(AutoConfigurations.of(Later.class)).run((context) -> {
			Workspace workspace = context.getBean(Workspace.class);
			assertThat(workspace.id()).isEqualTo("w1");
			Node node = context.getBean(Node.class);
			assertThat(node).isSameAs(context.getBean("contactHubNode"));
			assertThat(context.getBean(CustomerRepository.class)).isSameAs(node.customers());
			assertThat(context.getBean(EventRepository.class)).isSameAs(node.events());
		});
	}

	@Test
	@DisplayName("does without Micrometer's core")
	void worksWithoutMetrics() {
		this.runner.withClassLoader(new FilteredClassLoader(MeterBinder.class))
			.run((context) -> assertThat(context).hasSingleBean(EventPublisher.class));
	}

	@Test
	@DisplayName("binds every property")
	void bindsProperties() {
		Binder binder = new Binder(new MapConfigurationPropertySource(Map.ofEntries(
				Map.entry("contacthub.enabled", "false"), Map.entry("contacthub.workspace-id", "w"),
				Map.entry("contacthub.token", "t"), Map.entry("contacthub.node-id", "n"),
				Map.entry("contacthub.ini-file", "f.ini"), Map.entry("contacthub.base-url", "https://x.example.com"),
				Map.entry("contacthub.allow-insecure-base-url", "true"),
				Map.entry("contacthub.http.connect-timeout", "1s"), Map.entry("contacthub.http.read-timeout", "2s"),
				Map.entry("contacthub.http.max-connections", "7"), Map.entry("contacthub.http.call-timeout", "3s"),
				Map.entry("contacthub.http.max-response-size", "1KB"), Map.entry("contacthub.nodes.shop", "n2"),
				Map.entry("contacthub.http.ssl.bundle", "b"), Map.entry("contacthub.http.proxy.host", "p"),
				Map.entry("contacthub.http.proxy.username", "me"), Map.entry("contacthub.http.proxy.password", "pw\n"),
				Map.entry("contacthub.http.proxy.non-proxy-hosts", "localhost| *.acme.com"),
				Map.entry("contacthub.http.proxy.port", "1"),
				Map.entry("contacthub.http.max-requests-per-second", "12"),
				Map.entry("contacthub.http.tracing-header", "X-Tracing-ID"),
				Map.entry("contacthub.health.timeout", "4s"), Map.entry("contacthub.health.time-to-live", "5s"),
				Map.entry("contacthub.retry.jitter", "0.25"), Map.entry("contacthub.retry.enabled", "false"),
				Map.entry("contacthub.retry.max-attempts", "4"), Map.entry("contacthub.retry.initial-interval", "5ms"),
				Map.entry("contacthub.retry.multiplier", "1.5"), Map.entry("contacthub.retry.max-interval", "6s"),
				Map.entry("contacthub.retry.max-elapsed", "8s"), Map.entry("contacthub.stream.prefetch", "5"),
				Map.entry("contacthub.validation.events", "reject"),
				Map.entry("contacthub.validation.customers", "log"),
				Map.entry("contacthub.validation.time-to-live", "13s"),
				Map.entry("contacthub.validation.timeout", "14ms"), Map.entry("contacthub.validation.token", " v\n"),
				Map.entry("contacthub.events.publisher.capacity", "6"),
				Map.entry("contacthub.events.publisher.concurrency", "7"),
				Map.entry("contacthub.events.publisher.overflow", "drop"),
				Map.entry("contacthub.events.publisher.offer-timeout", "8ms"),
				Map.entry("contacthub.events.publisher.shutdown-timeout", "9s"),
				Map.entry("contacthub.events.publisher.delivery", "at-least-once"),
				Map.entry("contacthub.events.publisher.retry.initial-interval", "10ms"),
				Map.entry("contacthub.events.publisher.retry.multiplier", "3"),
				Map.entry("contacthub.events.publisher.retry.max-interval", "11s"),
				Map.entry("contacthub.events.publisher.retry.jitter", "0.75"),
				Map.entry("contacthub.events.publisher.store", "jdbc"),
				Map.entry("contacthub.events.publisher.jdbc.ordered", "true"),
				Map.entry("contacthub.events.publisher.jdbc.lease", "130s"),
				Map.entry("contacthub.events.publisher.jdbc.poll-interval", "15ms"),
				Map.entry("contacthub.events.publisher.jdbc.max-age", "16d"))));
		ConnectionProperties connection = binder.bind("contacthub", Bindable.of(ConnectionProperties.class)).get();
		assertThat(connection).isEqualTo(new ConnectionProperties(false, "w", "t", "n", "f.ini", Map.of("shop", "n2"),
				"https://x.example.com", true,
				new ConnectionProperties.Http(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), 7,
						DataSize.ofKilobytes(1), new ConnectionProperties.Ssl("b"),
						new ConnectionProperties.Proxy("p", 1, "me", "pw", List.of("localhost", "*.acme.com")), 12,
						"X-Tracing-ID"),
				new ConnectionProperties.Retry(false, 4, Duration.ofMillis(5), 1.5, Duration.ofSeconds(6),
						Duration.ofSeconds(8), 0.25),
				new ConnectionProperties.Stream(5), new ConnectionProperties.Validation(ValidationMode.REJECT,
						ValidationMode.LOG, Duration.ofSeconds(13), Duration.ofMillis(14), "v")));
		assertThat(connection.retry().settings().maxAttempts()).isEqualTo(1);
		assertThat(connection).hasToString("ConnectionProperties");
		ContactHubProperties properties = binder.bind("contacthub", Bindable.of(ContactHubProperties.class)).get();
		assertThat(properties).isEqualTo(new ContactHubProperties(Map.of(),
				new ContactHubProperties.Health(Duration.ofSeconds(4), Duration.ofSeconds(5)),
				new ContactHubProperties.Events(
						new ContactHubProperties.Publisher(EventStore.JDBC, 6, 7, EventPublisher.Overflow.DROP,
								Duration.ofMillis(8), Duration.ofSeconds(9), Delivery.AT_LEAST_ONCE,
								new ContactHubProperties.PublisherRetry(Duration.ofMillis(10), 3,
										Duration.ofSeconds(11), 0.75),
								new ContactHubProperties.PublisherJdbc(true, Duration.ofSeconds(130),
										Duration.ofMillis(15), Duration.ofDays(16))))));
		assertThat(properties.events().publisher().settings()).isEqualTo(new EventPublisher.Settings(6, 7,
				EventPublisher.Overflow.DROP, Duration.ofMillis(8), Duration.ofSeconds(9), Delivery.AT_LEAST_ONCE,
				new PauseSettings(Duration.ofMillis(10), 3, Duration.ofSeconds(11), 0.75)));
		assertThat(properties.events().publisher().jdbcSettings("shop", Duration.ofSeconds(3)))
			.isEqualTo(new JdbcEventPublisherSettings("shop", 7, true, Duration.ofSeconds(130), Duration.ofMillis(15),
					Duration.ofDays(16), Duration.ofSeconds(9),
					new PauseSettings(Duration.ofMillis(10), 3, Duration.ofSeconds(11), 0.75)));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "PT1M, PT2M", "PT3S, PT10S", "PT5S, PT10S", "PT6S, PT12S", "PT480H, PT24H" })
	@DisplayName("has an event belong to a process for twice the longest call, in the database, and not for less than 10s")
	void derivesLease(Duration callTimeout, Duration lease) {
		ContactHubProperties properties = new Binder().bindOrCreate("contacthub", ContactHubProperties.class);
		assertThat(properties.events().publisher().jdbcSettings("default", callTimeout).lease()).isEqualTo(lease);
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRepositories {

		@Bean
		CustomerRepository ownCustomers() {
			return mock();
		}

		@Bean
		EventRepository ownEvents() {
			return mock();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnNode {

		@Bean
		Node ownNode(Workspace workspace) {
			return workspace.node("own");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherNode {

		@Bean
		Node otherNode(Workspace workspace) {
			return workspace.node("other");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Failing {

		private static EventPublisher publisher;

		@Bean
		InitializingBean failing(EventPublisher publisher) {
			Failing.publisher = publisher;
			return () -> {
				assertThat(publisher.publish(Event.of(EventType.LOGGED_IN))).isTrue();
				throw new IllegalStateException("Something else is wrong");
			};
		}

	}

	@AutoConfiguration(after = ContactHubAutoConfiguration.class)
	static class Later {

		@Bean
		Workspace laterWorkspace() {
			return Workspace.builder().id("later").token("later").build();
		}

		@Bean
		Node laterNode(@Qualifier("laterWorkspace") Workspace workspace) {
			return workspace.node("later");
		}

		@Bean
		CustomerRepository laterCustomers() {
			return mock();
		}

		@Bean
		EventRepository laterEvents() {
			return mock();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnWorkspace {

		@Bean
		Workspace ownWorkspace() {
			return Workspace.builder().id("own").token("own").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		final List<String> calls = new ArrayList<>();

		@Bean
		@Order(2)
		ContactHubClientCustomizer second() {
			return (client) -> {
				this.calls.add("second");
				client.restClient((restClient) -> this.calls.add("RestClient of second"));
			};
		}

		@Bean
		@Order(1)
		ContactHubClientCustomizer first() {
			return (client) -> this.calls.add("first");
		}

		@Bean
		RestClientCustomizer restClient() {
			return (client) -> this.calls.add("RestClient");
		}

		@Bean
		ApiErrorTranslator translator() {
			return ApiErrorTranslator.byStatus();
		}

	}

}
