package io.contacthub.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.metrics.ContactHubMetricsAutoConfiguration;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link ContactHubNodes}, and for what limits requests.
 */
@DisplayName("At run time, an application")
class ContactHubNodesTests {

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	private static final Event EVENT = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byCustomerId("c1");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ContactHubAutoConfiguration.class, ContactHubMetricsAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
				"contacthub.base-url=" + server.baseUrl());

	@BeforeEach
	void accept() {
		server.stubFor(post(urlPathMatching(".*/events")).willReturn(status(202)));
	}

	@Test
	@DisplayName("finds nodes, their repositories and their publishers by their names")
	void findsNodesByName() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		this.runner.withUserConfiguration(OwnNode.class)
			.withPropertyValues("contacthub.nodes.shop=n2", "contacthub.nodes[shop.de]=n3",
					"contacthub.workspaces.partner.workspace-id=w2", "contacthub.workspaces.partner.token=other",
					"contacthub.workspaces.partner.node-id=n4", "contacthub.workspaces.partner.nodes.shop=n5")
			.run((context) -> {
				context.getBean(MeterBinder.class).bindTo(meters);
				ContactHubNodes nodes = context.getBean(ContactHubNodes.class);
				assertThat(nodes.names()).containsExactly("partner", "partner.shop", "shop", "shop.de");
				assertThat(nodes.names()).extracting((name) -> nodes.node(name).id())
					.containsExactly("n4", "n5", "n2", "n3");
				assertThat(nodes.node("own").id()).isEqualTo("n6");
				assertThat(nodes.node("shop")).isSameAs(nodes.node("shop"));
				assertThat(nodes.publisher("partner").publish(EVENT)).isTrue();
				assertThat(nodes.publisher("shop").publish(EVENT)).isTrue();
				assertThat(nodes.publisher("shop").publish(EVENT)).isTrue();
				assertThat(nodes.publisher("shop")).isSameAs(nodes.publisher("shop"))
					.isNotSameAs(context.getBean(EventPublisher.class));
				assertThatIllegalArgumentException().isThrownBy(() -> nodes.node("shop2"))
					.withMessage("There is no Node of the name 'shop2': set its id as contacthub.nodes.shop2; "
							+ "there are [partner, partner.shop, shop, shop.de]");
				assertThatIllegalArgumentException().isThrownBy(() -> nodes.publisher("own"))
					.withMessageStartingWith("There is no EventPublisher of the name 'own'");
				assertThatIllegalArgumentException().isThrownBy(() -> nodes.node(" "))
					.withMessageStartingWith("name is blank");
			});
		server.verify(2, postRequestedFor(urlPathMatching(".*/w1/events")));
		server.verify(1,
				postRequestedFor(urlPathMatching(".*/w2/events")).withHeader("Authorization", equalTo("Bearer other")));
		assertThat(meters.get("contacthub.events.queued").tag("publisher", "default").gauge().value()).isZero();
		assertThat(meters.find("contacthub.events.sent").tag("publisher", "partner.shop").functionCounter())
			.isNotNull();
	}

	@Test
	@DisplayName("finds a publisher by its qualifier, whose queue is emptied when the application stops, and counted")
	void injectsPublisherByQualifier() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		this.runner.withUserConfiguration(ShopEvents.class)
			.withPropertyValues("contacthub.nodes.shop=n2", "contacthub.events.publisher.concurrency=1")
			.run((context) -> {
				context.getBean(MeterBinder.class).bindTo(meters);
				EventPublisher publisher = context.getBean(ShopEvents.class).publisher;
				IntStream.range(0, 50).forEach((i) -> publisher.publish(EVENT));
				context.getSourceApplicationContext(ConfigurableApplicationContext.class).stop();
				assertThat(publisher.queued()).isZero();
				assertThat(meters.get("contacthub.events.sent").tag("publisher", "shop").functionCounter().count())
					.isEqualTo(50);
			});
		server.verify(50, postRequestedFor(urlPathMatching(".*/w1/events")));
	}

	@Test
	@DisplayName("finds one of 150 workspaces, each with its token")
	void findsOneOfManyWorkspaces() {
		List<String> properties = new ArrayList<>();
		for (int i = 0; i < 150; i++) {
			properties.add("contacthub.workspaces.tenant-" + i + ".workspace-id=w" + i);
			properties.add("contacthub.workspaces.tenant-" + i + ".token=token-" + i);
			properties.add("contacthub.workspaces.tenant-" + i + ".node-id=n" + i);
		}
		this.runner.withUserConfiguration(Tenants.class)
			.withPropertyValues(properties.toArray(String[]::new))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(Tenants.class).nodes.names()).hasSize(150);
				context.getBean(Tenants.class).nodes.node("tenant-77").events().add(EVENT);
			});
		server.verify(1, postRequestedFor(urlPathMatching(".*/w77/events")).withHeader("Authorization",
				equalTo("Bearer token-77")));
	}

	@Test
	@DisplayName("begins no more requests in a second than it allows")
	void bindsNumberOfRequests() {
		this.runner
			.withPropertyValues("contacthub.http.max-requests-per-second=3", "contacthub.http.call-timeout=1ms",
					"contacthub.retry.enabled=false")
			.run((context) -> {
				// a turn is taken whether or not there was time for an answer
				List<String> outcomes = IntStream.range(0, 50)
					.mapToObj((i) -> catchThrowable(() -> context.getBean(Node.class).events().add(EVENT)))
					.map(String::valueOf)
					.toList();
				String refused = "no turn in time at 3 requests per second";
				assertThat(outcomes.subList(0, 3)).noneMatch((outcome) -> outcome.contains(refused));
				assertThat(outcomes).anyMatch((outcome) -> outcome.contains(refused));
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class Tenants {

		private final ContactHubNodes nodes;

		Tenants(ContactHubNodes nodes) {
			this.nodes = nodes;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ShopEvents {

		private final EventPublisher publisher;

		ShopEvents(@Qualifier("shop") EventPublisher publisher) {
			this.publisher = publisher;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnNode {

		@Bean(defaultCandidate = false)
		@Qualifier("own")
		Node ownNode(Workspace workspace) {
			return workspace.node("n6");
		}

	}

}
