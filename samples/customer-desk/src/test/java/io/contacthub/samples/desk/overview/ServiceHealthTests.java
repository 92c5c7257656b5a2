package io.contacthub.samples.desk.overview;

import java.util.Map;

import io.contacthub.Workspace;
import io.contacthub.error.FailureReason;
import io.contacthub.event.EventPublisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.DefaultHealthContributorRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceHealth}.
 */
@DisplayName("Health on the overview")
class ServiceHealthTests {

	private final DefaultHealthContributorRegistry contributors = new DefaultHealthContributorRegistry();

	private final EventPublisher publisher = EventPublisher.create(
			Workspace.builder().id("w").token("t").build().node("n").events(), EventPublisher.Settings.defaults(),
			null);

	private final ServiceHealth health = new ServiceHealth(this.contributors, this.publisher);

	@AfterEach
	void close() {
		this.publisher.close();
	}

	@Test
	@DisplayName("is good when ContactHub answers")
	void up() {
		this.contributors.registerContributor("contacthub", indicator(Health.up().build()));
		assertThat(this.health.state()).isEqualTo(new ServiceState(true, null, null, 0, 0, 0));
	}

	@Test
	@DisplayName("is bad with the reason when it does not")
	void down() {
		this.contributors.registerContributor("contacthub",
				indicator(Health.down().withDetail("reason", "ERROR_STATUS").withDetail("httpStatus", 401).build()));
		ServiceState state = this.health.state();
		assertThat(state.up()).isFalse();
		assertThat(state.reasonCode()).isEqualTo("overview.health.error");
		assertThat(state.httpStatus()).isEqualTo(401);
	}

	@Test
	@DisplayName("is good when ContactHub asks for patience, which is told")
	void busy() {
		this.contributors.registerContributor("contacthub",
				indicator(Health.up().withDetail("reason", "ERROR_STATUS").withDetail("httpStatus", 429).build()));
		assertThat(this.health.state().up()).isTrue();
		assertThat(this.health.state().reasonCode()).isEqualTo("overview.health.busy");
	}

	@Test
	@DisplayName("is that of the node that is worst off")
	void worst() {
		this.contributors.registerContributor("contacthub",
				CompositeHealthContributor.fromMap(Map.of("a", indicator(Health.up().build()), "b",
						indicator(Health.down().withDetail("reason", "TIMED_OUT").build()), "c",
						indicator(Health.up().build()))));
		assertThat(this.health.state().up()).isFalse();
		assertThat(this.health.state().reasonCode()).isEqualTo("overview.health.late");
	}

	@Test
	@DisplayName("is bad when there is no check")
	void none() {
		assertThat(this.health.state().up()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(FailureReason.class)
	@DisplayName("has words for each reason of the client:")
	void words(FailureReason reason) {
		assertThat(new ServiceState(false, reason.name(), 500, 0, 0, 0).reasonCode())
			.isNotEqualTo("overview.health.unknown");
	}

	private static HealthIndicator indicator(Health health) {
		return () -> health;
	}

}
