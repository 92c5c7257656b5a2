package io.contacthub.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.contacthub.event.Event;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import jakarta.annotation.PreDestroy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for the {@link EventPublisher} along the life of its application.
 */
@DisplayName("Along the life of its application, the publisher of events")
class EventPublisherLifecycleTests {

	private final EventRepository events = mock();

	private final List<String> sent = new CopyOnWriteArrayList<>();

	private List<String> dead = List.of();

	private final List<Event> notSent = new CopyOnWriteArrayList<>();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ContactHubAutoConfiguration.class, TaskExecutionAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1")
		.withBean(EventRepository.class, () -> this.events)
		.withBean(EventPublisherListener.class, () -> (event, failure) -> this.notSent.add(event));

	@BeforeEach
	void record() {
		given(this.events.add(any(Event.class))).willAnswer((call) -> {
			Thread.sleep(5);
			this.sent.add(call.<Event>getArgument(0).customerId());
			return call.getArgument(0);
		});
	}

	@Test
	@DisplayName("stays usable after a stop and a start, after a pause, and after a restart")
	void staysUsable() {
		this.runner.run((context) -> {
			ConfigurableApplicationContext application = context
				.getSourceApplicationContext(ConfigurableApplicationContext.class);
			assertEmptied(context, "stop", application::stop);
			assertThat(context.getBean(EventPublisher.class).publish(event("stopped"))).isTrue();
			await().until(() -> this.sent.contains("stopped"));
			application.start();
			assertEmptied(context, "pause", application::pause);
			application.restart();
			assertThat(context.getBean(EventPublisher.class).publish(event("restarted"))).isTrue();
		});
		assertThat(this.sent).contains("restarted");
		assertThat(this.notSent).isEmpty();
	}

	private void assertEmptied(ApplicationContext context, String name, Runnable pause) {
		EventPublisher publisher = context.getBean(EventPublisher.class);
		for (int i = 0; i < 20; i++) {
			assertThat(publisher.publish(event(name))).isTrue();
		}
		pause.run();
		assertThat(publisher.queued()).isZero();
		assertThat(this.sent).filteredOn(name::equals).hasSize(20);
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(classes = { LastWords.Direct.class, LastWords.OfLazy.class, LastWords.ByProvider.class,
			LastWords.ByContext.class })
	@DisplayName("takes what beans publish while they are destroyed, whatever way they have to it")
	void takesLastWords(Class<?> speaker) {
		this.runner.withUserConfiguration(speaker).run((context) -> assertThat(context).hasNotFailed());
		assertThat(this.sent).containsExactly("last words");
		assertThat(this.notSent).isEmpty();
	}

	@Test
	@DisplayName("takes them also when it is that of a node with a name")
	void takesLastWordsOfName() {
		this.runner.withUserConfiguration(LastWordsByName.class)
			.withPropertyValues("contacthub.nodes.shop=n2", "contacthub.base-url=http://localhost:1",
					"contacthub.retry.enabled=false", "contacthub.events.publisher.shutdown-timeout=1s")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(LastWordsByName.accepted).isTrue();
		assertThat(this.notSent).extracting(Event::customerId).containsExactly("last words");
	}

	@Test
	@DisplayName("has what it needs to send and to tell events until it has ended")
	void keepsWhatItNeeds() {
		given(this.events.add(any(Event.class))).willAnswer((call) -> {
			Thread.sleep(20);
			throw new IllegalStateException("refused");
		});
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1")
			.withBean(EventRepository.class, () -> this.events)
			.withUserConfiguration(Executors.class, DeadLetters.class)
			.run((context) -> {
				for (int i = 0; i < 20; i++) {
					context.getBean(EventPublisher.class).publish(event("dead"));
				}
				this.dead = context.getBean(DeadLetters.class).written;
			});
		assertThat(this.dead).hasSize(20);
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "ownExecutor", "ownScheduler", "applicationTaskExecutor" })
	@DisplayName("takes what tasks publish that an executor still finishes")
	void takesLastTasks(String executor) {
		this.runner.withUserConfiguration(executor.startsWith("own") ? Executors.class : LastWords.Direct.class)
			.withPropertyValues("spring.task.execution.shutdown.await-termination=true",
					"spring.task.execution.shutdown.await-termination-period=20s",
					"spring.task.execution.pool.core-size=1")
			.run((context) -> {
				EventPublisher publisher = context.getBean(EventPublisher.class);
				CountDownLatch begun = new CountDownLatch(1);
				for (int i = 0; i < 5; i++) {
					context.getBean(executor, Executor.class).execute(() -> {
						begun.countDown();
						sleep(100);
						publisher.publish(event("task"));
					});
				}
				assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
			});
		assertThat(this.sent).filteredOn("task"::equals).hasSize(5);
		assertThat(this.notSent).isEmpty();
	}

	@Test
	@DisplayName("depends on an executor of the application, if need be, and not the other way round")
	void keepsItsExecutor() {
		this.runner.withUserConfiguration(Executors.class, OwnEvents.class)
			.run((context) -> assertThat(context.getBean("own", EventPublisher.class).publish(event("own"))).isTrue());
		assertThat(this.sent).containsExactly("own");
		assertThat(this.notSent).isEmpty();
	}

	@Test
	@DisplayName("ends with its application, which waits for it once, and tells the rest")
	void ends() {
		CountDownLatch open = new CountDownLatch(1);
		given(this.events.add(any(Event.class))).willAnswer((call) -> {
			open.await(1, TimeUnit.MINUTES);
			return call.getArgument(0);
		});
		EventPublisher[] closed = new EventPublisher[1];
		this.runner
			.withPropertyValues("contacthub.events.publisher.shutdown-timeout=1s",
					"contacthub.events.publisher.concurrency=2")
			.run((context) -> {
				closed[0] = context.getBean(EventPublisher.class);
				for (int i = 0; i < 10; i++) {
					closed[0].publish(event("c" + i));
				}
				long start = System.nanoTime();
				context.getSourceApplicationContext(ConfigurableApplicationContext.class).close();
				assertThat(System.nanoTime() - start).isBetween(TimeUnit.MILLISECONDS.toNanos(1000),
						TimeUnit.MILLISECONDS.toNanos(1950));
			});
		assertThat(this.notSent).hasSize(10);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> closed[0].publish(event("late")));
	}

	private static Event event(String customer) {
		return Event.of(EventType.LOGGED_IN).withCustomerId(customer);
	}

	private static void sleep(int milliseconds) {
		try {
			Thread.sleep(milliseconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class LastWordsByName {

		private static boolean accepted;

		private final ContactHubNodes nodes;

		LastWordsByName(ContactHubNodes nodes) {
			this.nodes = nodes;
			accepted = false;
			assertThat(nodes.publisher("shop").queued()).isZero();
		}

		@PreDestroy
		void speak() {
			accepted = this.nodes.publisher("shop").publish(event("last words"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DeadLetters {

		private final List<String> written = new CopyOnWriteArrayList<>();

		@Bean
		EventPublisherListener listener(ThreadPoolTaskExecutor ownExecutor) {
			return (event, failure) -> {
				try {
					ownExecutor.submit(() -> this.written.add(event.customerId())).get();
				}
				catch (InterruptedException | ExecutionException ex) {
					throw new IllegalStateException(ex);
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Executors {

		@Bean
		ThreadPoolTaskExecutor ownExecutor() {
			ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
			executor.setCorePoolSize(1);
			executor.setWaitForTasksToCompleteOnShutdown(true);
			executor.setAwaitTerminationSeconds(20);
			return executor;
		}

		@Bean
		ThreadPoolTaskScheduler ownScheduler() {
			ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
			scheduler.setWaitForTasksToCompleteOnShutdown(true);
			scheduler.setAwaitTerminationSeconds(20);
			return scheduler;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnEvents {

		@Bean
		EventPublisher own(EventRepository events, ThreadPoolTaskExecutor ownExecutor) {
			EventRepository asynchronous = mock();
			given(asynchronous.add(any(Event.class))).willAnswer((call) -> {
				sleep(200);
				return ownExecutor.submit(() -> events.add(call.<Event>getArgument(0))).get();
			});
			return EventPublisher.create(asynchronous, EventPublisher.Settings.defaults(), null);
		}

	}

}
