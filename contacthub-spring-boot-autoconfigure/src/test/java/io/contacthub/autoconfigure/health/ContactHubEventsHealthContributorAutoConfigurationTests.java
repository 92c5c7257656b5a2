package io.contacthub.autoconfigure.health;

import java.time.Duration;
import java.time.Instant;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventBacklog;
import io.contacthub.event.EventRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ContactHubEventsHealthContributorAutoConfiguration}.
 */
@DisplayName("The health of events in the database")
class ContactHubEventsHealthContributorAutoConfigurationTests {

	private static final String CONTRIBUTOR = "contactHubEventsHealthContributor";

	private final DurableEventPublisher publisher = mock();

	private final ApplicationContextRunner memory = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class,
				ContactHubEventsHealthContributorAutoConfiguration.class))
		.withBean(EventRepository.class, () -> mock())
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
				"contacthub.health.timeout=30s");

	private final ApplicationContextRunner runner = this.memory.withBean("own", DurableEventPublisher.class,
			() -> this.publisher);

	private static Health health(ApplicationContext context) {
		return context.getBean(CONTRIBUTOR, HealthIndicator.class).health();
	}

	@Test
	@DisplayName("tells what waits, how old the oldest is, and what was refused, and is up however much that is")
	void tellsBacklog() {
		Instant oldest = Instant.now().minus(Duration.ofDays(3));
		given(this.publisher.backlog()).willReturn(new EventBacklog(100_000, oldest, 9));
		this.runner.run((context) -> {
			Health health = health(context);
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("waiting", 100_000L).containsEntry("refused", 9L);
			assertThat(Duration.parse(String.valueOf(health.getDetails().get("oldest")))).isBetween(Duration.ofDays(3),
					Duration.ofDays(3).plusMinutes(1));
		});
	}

	@Test
	@DisplayName("is down when the table cannot be read, without what the database says")
	void isDownWithoutTable() {
		given(this.publisher.backlog()).willThrow(new DataAccessResourceFailureException("secret"));
		this.runner.run((context) -> {
			Health health = health(context);
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsOnlyKeys("reason")
				.containsEntry("reason", DataAccessResourceFailureException.class.getName());
		});
	}

	@Test
	@DisplayName("is that of each publisher where there are several, also of those that are injected by their name only")
	void isThatOfEach() {
		DurableEventPublisher other = mock();
		given(this.publisher.backlog()).willReturn(new EventBacklog(1, null, 0));
		given(other.backlog()).willReturn(new EventBacklog(2, null, 0));
		this.runner
			.withBean("other", DurableEventPublisher.class, () -> other,
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> assertThat(context.getBean(CONTRIBUTOR, CompositeHealthContributor.class)
				.stream()
				.map((entry) -> entry.name()
						+ ((HealthIndicator) entry.contributor()).health().getDetails().get("waiting")))
				.containsExactlyInAnyOrder("own1", "other2"));
	}

	@Test
	@DisplayName("is looked at by its name, but neither by what asks for liveness nor for readiness")
	void hasName() {
		given(this.publisher.backlog()).willReturn(new EventBacklog(1, null, 0));
		this.runner
			.withConfiguration(AutoConfigurations.of(HealthContributorAutoConfiguration.class,
					HealthContributorRegistryAutoConfiguration.class, ApplicationAvailabilityAutoConfiguration.class,
					AvailabilityProbesAutoConfiguration.class, HealthEndpointAutoConfiguration.class))
			.run((context) -> {
				assertThat(context.getBean(HealthContributorRegistry.class).getContributor("contactHubEvents"))
					.isNotNull();
				HealthEndpointGroups groups = context.getBean(HealthEndpointGroups.class);
				assertThat(groups.getPrimary().isMember("contactHubEvents")).isTrue();
				assertThat(groups.getNames()).contains("liveness", "readiness")
					.allSatisfy((name) -> assertThat(groups.get(name).isMember("contactHubEvents")).isFalse());
			});
	}

	@Test
	@DisplayName("is not told when it is switched off, without such a publisher, by an own one, or without Spring Boot's health")
	void isNotTold() {
		this.runner.withPropertyValues("management.health.contacthub-events.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(HealthContributor.class));
		this.memory.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
		this.runner.withPropertyValues("contacthub.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
		HealthIndicator own = () -> Health.up().build();
		this.runner.withBean("contactHubEventsHealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(context).getBean(HealthContributor.class).isSameAs(own));
		this.runner.withClassLoader(new FilteredClassLoader(ConditionalOnEnabledHealthIndicator.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CONTRIBUTOR));
	}

}
