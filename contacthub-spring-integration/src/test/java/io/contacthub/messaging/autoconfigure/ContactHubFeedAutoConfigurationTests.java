package io.contacthub.messaging.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sql.DataSource;

import ch.qos.logback.classic.Level;
import io.contacthub.Workspace;
import io.contacthub.messaging.CustomerChangeListener;
import io.contacthub.messaging.EventChangeListener;
import io.contacthub.messaging.FakeUpdates;
import io.contacthub.messaging.LoggedEvents;
import io.contacthub.messaging.UpdateMessageSource;
import io.contacthub.messaging.UpdateSkipListener;
import io.contacthub.update.EntityType;
import io.contacthub.update.UpdateFilter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.integration.metadata.SimpleMetadataStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link ContactHubFeedAutoConfiguration}, in which each instance keeps its
 * offset by itself.
 */
@DisplayName("The feed of changes")
class ContactHubFeedAutoConfigurationTests {

	private final FakeUpdates updates = new FakeUpdates();

	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

	private final ApplicationContextRunner empty = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class,
				IntegrationAutoConfiguration.class, ContactHubFeedAutoConfiguration.class,
				ContactHubFeedHealthContributorAutoConfiguration.class, ContactHubFeedMetricsAutoConfiguration.class))
		.withPropertyValues("contacthub.feed.start=beginning", "contacthub.feed.retry.initial-interval=1ms",
				"contacthub.feed.retry.jitter=0");

	private final ApplicationContextRunner unused = this.empty.withBean(Workspace.class, () -> workspace(this.updates));

	private final ApplicationContextRunner runner = this.unused.withBean(CustomerChangeListener.class,
			() -> (customer, update) -> this.told.add(customer.id()));

	private final LoggedEvents log = new LoggedEvents("io.contacthub.messaging");

	private final LoggedEvents integrationLog = new LoggedEvents("org.springframework.integration");

	@AfterEach
	void endLogs() {
		this.log.close();
		this.integrationLog.close();
	}

	private static Workspace workspace(FakeUpdates updates) {
		Workspace workspace = mock();
		given(workspace.updates()).willReturn(updates);
		return workspace;
	}

	@Test
	@DisplayName("calls a listener for each change, also those that come later")
	void callsListener() {
		this.updates.add("a", "b");
		this.runner.withPropertyValues("contacthub.feed.poll-interval=10ms").run((context) -> {
			assertThat(next()).isEqualTo("a");
			assertThat(next()).isEqualTo("b");
			this.updates.add("c");
			assertThat(next()).isEqualTo("c");
		});
	}

	@Test
	@DisplayName("begins though beans are made when they are needed only")
	void beginsLazily() {
		this.updates.add("a");
		this.runner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(next()).isEqualTo("a"));
	}

	@Test
	@DisplayName("has no beans, makes no request and starts no thread without a listener")
	void needsListener() {
		this.updates.add("a");
		this.unused.run((context) -> assertUnused(context));
	}

	@Test
	@DisplayName("can be switched off, also together with the client")
	void canBeSwitchedOff() {
		this.updates.add("a");
		for (String property : List.of("contacthub.enabled=false", "contacthub.feed.enabled=false")) {
			this.runner.withPropertyValues(property).run((context) -> assertUnused(context));
		}
	}

	private void assertUnused(AssertableApplicationContext context) {
		assertThat(context).hasNotFailed();
		assertThat(Stream.of(context.getBeanDefinitionNames())
			.filter((name) -> name.toLowerCase().contains("contacthub") && !name.contains("AutoConfiguration")))
			.isEmpty();
		assertThat(this.updates.filters()).isEmpty();
		assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.noneMatch((name) -> name.startsWith("contacthub-feed-"));
	}

	@Test
	@DisplayName("asks for the kind alone that somebody listens to, and for one node if that is said")
	void asksForKind() throws Exception {
		this.updates.add("a");
		this.updates.add(FakeUpdates.event("e"));
		EventChangeListener listener = (event, update) -> this.told.add(event.id());
		this.unused.withBean(EventChangeListener.class, () -> listener)
			.withPropertyValues("contacthub.feed.node-id=n")
			.run((context) -> assertThat(next()).isEqualTo("e"));
		assertThat(this.updates.filters()).first()
			.isEqualTo(UpdateFilter.builder().entity(EntityType.EVENT).nodeId("n").build());
		this.runner.run((context) -> assertThat(next()).isEqualTo("a"));
		assertThat(this.updates.filters()).last()
			.isEqualTo(UpdateFilter.fromBeginning().withEntity(EntityType.CUSTOMER));
		this.runner.withBean(EventChangeListener.class, () -> listener).run((context) -> {
			assertThat(next()).isEqualTo("a");
			assertThat(next()).isEqualTo("e");
		});
		assertThat(this.updates.filters()).last().isEqualTo(UpdateFilter.fromBeginning());
	}

	@Test
	@DisplayName("calls several listeners in their order")
	void ordersListeners() {
		this.updates.add("a");
		this.unused.withBean("queue", BlockingQueue.class, () -> this.told)
			.withUserConfiguration(OrderedListeners.class)
			.run((context) -> assertThat(List.of(next(), next())).containsExactly("first", "second"));
	}

	@Test
	@DisplayName("skips a change that cannot be handled after three attempts, reports it, and goes on")
	void skipsPoison() {
		this.updates.add("a", "poison", "b");
		this.unused.withBean(CustomerChangeListener.class, () -> (customer, update) -> {
			this.told.add(customer.id());
			if ("poison".equals(customer.id())) {
				throw new IllegalStateException("no");
			}
		})
			.withBean(UpdateSkipListener.class,
					() -> (update, failure) -> this.told.add("skipped, since " + failure.getMessage()))
			.withPropertyValues("contacthub.feed.poll-interval=1h")
			.run((context) -> {
				assertThat(List.of(next(), next(), next(), next(), next(), next())).containsExactly("a", "poison",
						"poison", "poison", "skipped, since no", "b");
				MeterRegistry metrics = metrics(context);
				assertThat(updates(metrics, "failed")).isEqualTo(3);
				assertThat(updates(metrics, "skipped")).isEqualTo(1);
			});
		assertThat(this.integrationLog.messages(Level.ERROR)).isEmpty();
	}

	@Test
	@DisplayName("has metrics and health")
	void isObserved() {
		this.updates.add("a", "b");
		CountDownLatch handle = new CountDownLatch(1);
		this.unused.withBean(CustomerChangeListener.class, () -> (customer, update) -> {
			this.told.add(customer.id());
			if ("b".equals(customer.id())) {
				handle.await();
			}
		}).withPropertyValues("contacthub.feed.page-size=1").run((context) -> {
			assertThat(next()).isEqualTo("a");
			assertThat(next()).isEqualTo("b");
			MeterRegistry metrics = metrics(context);
			assertThat(updates(metrics, "handled")).isEqualTo(1);
			assertThat(metrics.get("contacthub.feed.leader").gauge().value()).isEqualTo(1);
			assertThat(metrics.get("contacthub.feed.lag").gauge().value()).isEqualTo(1);
			Health health = context.getBean(HealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).isEqualTo(Map.of("leader", true, "offset", 1L));
			handle.countDown();
		});
	}

	@Test
	@DisplayName("is down when it does not know where to go on, and says so")
	void isDownBeyondLast() {
		this.updates.add("a");
		SimpleMetadataStore store = new SimpleMetadataStore();
		store.put("contacthub.updates.other", "7");
		this.runner.withBean(ConcurrentMetadataStore.class, () -> store)
			.withPropertyValues("contacthub.feed.name=other")
			.run((context) -> {
				Health health = await(context, Status.DOWN);
				assertThat(health.getDetails()).containsEntry("leader", true)
					.containsEntry("offset", 7L)
					.extractingByKey("reason")
					.asString()
					.startsWith("offset is 7, and the last update of the workspace has 1");
			});
	}

	@Test
	@DisplayName("is up while ContactHub cannot be asked for a while, and says why")
	void isUpDuringOutage() {
		this.updates.fail(new TransientDataAccessResourceException("personal"));
		this.runner.run((context) -> {
			HealthIndicator indicator = context.getBean(HealthIndicator.class);
			long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
			while (!indicator.health().getDetails().containsKey("reason") && System.nanoTime() < end) {
				Thread.onSpinWait();
			}
			assertThat(indicator.health()).isEqualTo(Health.up()
				.withDetail("leader", true)
				.withDetail("reason", TransientDataAccessResourceException.class.getName())
				.build());
		});
	}

	private static Health await(AssertableApplicationContext context, Status status) {
		HealthIndicator indicator = context.getBean(HealthIndicator.class);
		long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (!indicator.health().getStatus().equals(status) && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		assertThat(indicator.health().getStatus()).isEqualTo(status);
		return indicator.health();
	}

	@Test
	@DisplayName("needs neither metrics nor health")
	void needsNoActuator() {
		this.updates.add("a");
		this.runner
			.withClassLoader(new FilteredClassLoader("io.micrometer.core",
					"org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator"))
			.run((context) -> assertThat(next()).isEqualTo("a"));
	}

	@Test
	@DisplayName("reads the workspace that is named")
	void readsNamedWorkspace() {
		FakeUpdates named = new FakeUpdates();
		named.add("n");
		this.runner.withInitializer((context) -> {
			RootBeanDefinition definition = new RootBeanDefinition(Workspace.class, () -> workspace(named));
			definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, "admin"));
			definition.setDefaultCandidate(false);
			((GenericApplicationContext) context).registerBeanDefinition("adminContactHubWorkspace", definition);
		}).withPropertyValues("contacthub.feed.workspace=admin").run((context) -> {
			assertThat(next()).isEqualTo("n");
			assertThat(this.updates.filters()).isEmpty();
		});
	}

	@Test
	@DisplayName("does not start without a workspace, and says what to set")
	void needsWorkspace() {
		ApplicationContextRunner listening = this.empty.withBean(CustomerChangeListener.class,
				() -> (customer, update) -> {
				});
		listening.run((context) -> assertThat(analysis(context).getDescription())
			.startsWith("'contacthub.feed.workspace' is missing: there are listeners of changes"));
		listening.withPropertyValues("contacthub.feed.workspace=admin").run((context) -> {
			FailureAnalysis analysis = analysis(context);
			assertThat(analysis.getDescription()).isEqualTo("'contacthub.feed.workspace' is 'admin': there is no "
					+ "workspace of this name in 'contacthub.workspaces'.");
			assertThat(analysis.getAction()).contains("""
					contacthub:
					  workspaces:
					    admin:
					""");
		});
	}

	@Test
	@DisplayName("does not start with properties that cannot be meant, and tells all of them at once")
	void refusesProperties() {
		this.runner
			.withPropertyValues("contacthub.feed.page-size=0", "contacthub.feed.max-attempts=-1",
					"contacthub.feed.poll-interval=0", "contacthub.feed.lock-ttl=1s",
					"contacthub.feed.retry.multiplier=0.5", "contacthub.feed.retry.jitter=2",
					"contacthub.feed.retry.initial-interval=0", "contacthub.feed.retry.max-interval=0")
			.run((context) -> {
				FailureAnalysis analysis = analysis(context);
				assertThat(analysis.getDescription().lines().filter((line) -> line.startsWith("    - ")))
					.containsExactly("    - 'contacthub.feed.page-size' is 0: it must be from 1 to 4000.",
							"    - 'contacthub.feed.max-attempts' is -1: it must not be negative.",
							"    - 'contacthub.feed.poll-interval' is PT0S: it must be from 1ms to 24 days.",
							"    - 'contacthub.feed.lock-ttl' is PT1S: it must be from 2s to 24 days.",
							"    - 'contacthub.feed.retry.initial-interval' is PT0S: it must be from 1ms to 24 days.",
							"    - 'contacthub.feed.retry.multiplier' is 0.5: it must be at least 1.",
							"    - 'contacthub.feed.retry.max-interval' is PT0S: it must be from 1ms to 24 days.",
							"    - 'contacthub.feed.retry.jitter' is 2.0: it must be from 0 to 1.");
			});
		this.runner.withPropertyValues("contacthub.feed.page-size=4001").run((context) -> {
			FailureAnalysis analysis = analysis(context);
			assertThat(analysis.getDescription())
				.isEqualTo("'contacthub.feed.page-size' is 4001: it must be from 1 to 4000.");
			assertThat(analysis.getAction()).isEqualTo("""
					Give another value, or remove the property to have its default:

					contacthub:
					  feed:
					    # page-size: <value>
					""");
		});
	}

	@Test
	@DisplayName("does not start with a database that there is not, and says what to add")
	void needsDatabase() {
		ApplicationContextRunner jdbc = this.runner.withPropertyValues("contacthub.feed.store=jdbc");
		for (ApplicationContextRunner lacking : List.of(jdbc,
				jdbc.withClassLoader(new FilteredClassLoader("org.springframework.integration.jdbc")))) {
			lacking.run((context) -> {
				FailureAnalysis analysis = analysis(context);
				assertThat(analysis.getDescription())
					.isEqualTo("'contacthub.feed.store' is jdbc: it needs a DataSource, and spring-integration-jdbc.");
				assertThat(analysis.getAction()).contains("<artifactId>spring-integration-jdbc</artifactId>");
			});
		}
	}

	@Test
	@DisplayName("does not start with several databases of which none is primary, and says what to mark")
	void needsOneDatabase() {
		this.runner.withPropertyValues("contacthub.feed.store=jdbc")
			.withBean("one", DataSource.class, () -> mock(DataSource.class))
			.withBean("two", DataSource.class, () -> mock(DataSource.class))
			.run((context) -> {
				FailureAnalysis analysis = analysis(context);
				assertThat(analysis.getDescription()).isEqualTo("'contacthub.feed.store' is jdbc: it needs one "
						+ "DataSource, and there are [one, two], of which none is primary.");
				assertThat(analysis.getAction()).contains("@Primary", "@Qualifier(\"one\") DataSource dataSource");
			});
	}

	@Test
	@DisplayName("asks for no lag where another instance reads")
	void followerAsksForNoLag() {
		UpdateMessageSource source = mock();
		SimpleMeterRegistry metrics = new SimpleMeterRegistry();
		new UpdateFeedMetrics(source, mock()).bindTo(metrics);
		assertThat(metrics.get("contacthub.feed.lag").gauge().value()).isNaN();
		verify(source, never()).lag();
	}

	@Test
	@DisplayName("has a short name in the log")
	void hasShortName() {
		this.runner.run((context) -> assertThat(context.getBean(UpdateFeedEndpoint.class))
			.hasToString("contactHubFeedEndpoint"));
	}

	@Test
	@DisplayName("tells once that an offset in memory is lost, and leaves that to who has a store")
	void warnsOfMemory() {
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		assertThat(this.log.messages(Level.WARN)).hasSize(1)
			.first()
			.asString()
			.contains("keeps its offset in memory", "Set 'contacthub.feed.store' to jdbc");
		this.runner.withBean(ConcurrentMetadataStore.class, () -> mock(ConcurrentMetadataStore.class))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(this.log.messages(Level.WARN)).hasSize(1);
	}

	@Test
	@DisplayName("ends when its listener has ended, before the publishers of events")
	void endsBeforePublishers() throws Exception {
		this.updates.add("a", "b");
		CountDownLatch end = new CountDownLatch(1);
		List<String> order = new ArrayList<>();
		this.unused.withBean(CustomerChangeListener.class, () -> (customer, update) -> {
			this.told.add(customer.id());
			end.await();
			order.add("listener");
		}).withBean(Publishers.class, () -> new Publishers(order)).run((context) -> {
			assertThat(next()).isEqualTo("a");
			FutureTask<Void> close = new FutureTask<>(context.getSourceApplicationContext()::close, null);
			UpdateMessageSource source = context.getBean(UpdateMessageSource.class);
			Thread thread = new Thread(close);
			thread.start();
			while (source.isRunning()) {
				Thread.onSpinWait();
			}
			assertThat(order).isEmpty();
			end.countDown();
			close.get();
		});
		assertThat(order).containsExactly("listener", "publishers");
		assertThat(this.told).isEmpty();
	}

	@Test
	@DisplayName("goes on after its context has paused")
	void pauses() {
		this.updates.add("a");
		this.runner.run((context) -> {
			assertThat(next()).isEqualTo("a");
			ConfigurableApplicationContext application = context.getSourceApplicationContext();
			application.stop();
			this.updates.add("b");
			assertThat(context.getBean(UpdateMessageSource.class).isRunning()).isFalse();
			application.start();
			assertThat(next()).isEqualTo("b");
		});
	}

	private static MeterRegistry metrics(AssertableApplicationContext context) {
		MeterRegistry metrics = new SimpleMeterRegistry();
		context.getBean(MeterBinder.class).bindTo(metrics);
		return metrics;
	}

	private static double updates(MeterRegistry metrics, String outcome) {
		return metrics.get("contacthub.feed.updates").tag("outcome", outcome).functionCounter().count();
	}

	private static FailureAnalysis analysis(AssertableApplicationContext context) {
		assertThat(context).hasFailed();
		return new FeedConfigurationFailureAnalyzer().analyze(context.getStartupFailure());
	}

	private String next() throws InterruptedException {
		return this.told.poll(20, TimeUnit.SECONDS);
	}

	/**
	 * What stops when the publishers of events do.
	 */
	private static final class Publishers implements SmartLifecycle {

		private final List<String> order;

		private boolean running;

		Publishers(List<String> order) {
			this.order = order;
		}

		@Override
		public void start() {
			this.running = true;
		}

		@Override
		public void stop() {
			this.order.add("publishers");
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public int getPhase() {
			return SmartLifecycle.DEFAULT_PHASE - 4096;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedListeners {

		@Bean
		@Order(2)
		CustomerChangeListener second(BlockingQueue<String> queue) {
			return (customer, update) -> queue.add("second");
		}

		@Bean
		@Order(1)
		CustomerChangeListener first(BlockingQueue<String> queue) {
			return (customer, update) -> queue.add("first");
		}

	}

}
