package io.contacthub.autoconfigure.metrics;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContactHubMetricsAutoConfiguration}.
 */
@DisplayName("A publisher")
class ContactHubMetricsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ContactHubAutoConfiguration.class, ContactHubMetricsAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1");

	@Test
	@DisplayName("is measured once, however the application does it")
	void backsOffForMetrics() {
		this.runner
			.withBean("own", EventPublisherMetrics.class,
					() -> new EventPublisherMetrics(new DefaultListableBeanFactory()))
			.run((context) -> assertThat(context).hasSingleBean(MeterBinder.class).hasBean("own"));
	}

	@Test
	@DisplayName("is not measured without Micrometer, nor where there is no client")
	void isNotMeasured() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(MeterBinder.class));
		this.runner.withClassLoader(new FilteredClassLoader(MeterBinder.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("contactHubEventPublisherMetrics"));
		this.runner.withPropertyValues("contacthub.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MeterBinder.class));
	}

}
