package io.contacthub.messaging;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.TokenKind;
import io.contacthub.update.Update;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications with listeners, on the emulator.
 */
@DisplayName("With listeners of changes")
class FeedJourneyTests extends AbstractEmulatedNodeTests {

	private static final BlockingQueue<String> told = new LinkedBlockingQueue<>();

	private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

	@Test
	@DisplayName("an application hears of each customer, also of those that changed while it was not there")
	void hearsOfCustomers() throws Exception {
		hub.node().customers().insert(Customer.builder().externalId("before").build());
		Customer ann;
		try (ConfigurableApplicationContext application = start()) {
			// it begins with the latest, whose offset it has as soon as its health tells
			// it
			awaitOffset(application);
			ann = hub.node().customers().insert(Customer.builder().externalId("ann").build());
			assertThat(next()).isEqualTo("CREATE ann");
			hub.node().customers().addTag(ann.id(), "vip");
			assertThat(next()).isEqualTo("UPDATE ann");
		}
		hub.node().customers().insert(Customer.builder().externalId("poison").build());
		hub.node().customers().insert(Customer.builder().externalId("bob").build());
		try (ConfigurableApplicationContext application = start()) {
			assertThat(List.of(next(), next(), next(), next(), next())).containsExactly("CREATE poison",
					"CREATE poison", "CREATE poison", "skipped poison", "CREATE bob");
			hub.node().customers().deleteById(ann.id());
			assertThat(next()).startsWith("DELETE");
			assertThat(health(application).health().getStatus()).isEqualTo(Status.UP);
		}
		assertThat(told).isEmpty();
	}

	@Test
	@DisplayName("an application is down whose offset is that of another workspace")
	void isDownWithOffsetOfOther() {
		hub.emulator().populate(3);
		try (ConfigurableApplicationContext application = start()) {
			awaitOffset(application);
		}
		try (ContactHubEmulator other = ContactHubEmulator.start();
				ConfigurableApplicationContext application = start(other)) {
			await(health(application), Status.DOWN);
		}
	}

	@Test
	@DisplayName("an application is down whose token is that of a source, until it reads by another one")
	void needsTokenWithScope() throws Exception {
		try (ContactHubEmulator other = ContactHubEmulator.builder().token("of-source", TokenKind.UNTRUSTED).start()) {
			try (ConfigurableApplicationContext application = start(other, "contacthub.token=of-source")) {
				HealthIndicator health = health(application);
				await(health, Status.DOWN);
				assertThat(health.health().getDetails()).containsEntry("httpStatus", 403);
			}
			other.populate(1);
			try (ConfigurableApplicationContext application = start(other, "contacthub.token=of-source",
					"contacthub.workspaces.admin.token=" + other.token(), "contacthub.feed.workspace=admin",
					"contacthub.feed.start=beginning")) {
				assertThat(next()).startsWith("CREATE");
				assertThat(health(application).health().getStatus()).isEqualTo(Status.UP);
			}
		}
	}

	private ConfigurableApplicationContext start() {
		return start(hub.emulator());
	}

	private ConfigurableApplicationContext start(ContactHubEmulator emulator, String... properties) {
		return new SpringApplicationBuilder(Listening.class).bannerMode(Banner.Mode.OFF)
			.properties(Map.of("contacthub.workspace-id", emulator.workspaceId(), "contacthub.token", emulator.token(),
					"contacthub.node-id", emulator.nodeId(), "contacthub.base-url", emulator.baseUrl(),
					"contacthub.feed.store", "jdbc", "contacthub.feed.poll-interval", "20ms",
					"contacthub.feed.retry.initial-interval", "1ms", "spring.datasource.url", this.database,
					"spring.main.web-application-type", "none"))
			.properties(properties)
			.run();
	}

	private static void awaitOffset(ConfigurableApplicationContext application) {
		HealthIndicator health = health(application);
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (!health.health().getDetails().containsKey("offset") && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		assertThat(health.health().getDetails()).containsKey("offset");
	}

	private static void await(HealthIndicator health, Status status) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (!health.health().getStatus().equals(status) && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		assertThat(health.health().getStatus()).isEqualTo(status);
	}

	private static HealthIndicator health(ConfigurableApplicationContext application) {
		return application.getBean("contactHubFeedHealthIndicator", HealthIndicator.class);
	}

	private static String next() throws InterruptedException {
		return told.poll(20, TimeUnit.SECONDS);
	}

	/**
	 * An application that listens.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Listening implements UpdateSkipListener {

		@Bean
		CustomerChangeListener customers() {
			return (customer, update) -> {
				told.add(update.operation() + " " + customer.externalId());
				if ("poison".equals(customer.externalId())) {
					throw new IllegalStateException("poison");
				}
			};
		}

		@Override
		public void skipped(Update update, Throwable failure) {
			told.add("skipped " + failure.getMessage());
		}

	}

}
