package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;

import com.zaxxer.hikari.HikariDataSource;
import io.contacthub.autoconfigure.jdbc.ContactHubJdbcAutoConfiguration;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.Event;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/**
 * Tests for the {@link DurableEventPublisher} along the life of its application.
 */
@DisplayName("Along the life of its application, a publisher with a store")
class DurableEventPublisherLifecycleTests {

	private static final String URL = "jdbc:h2:mem:lifecycle;DB_CLOSE_DELAY=-1";

	private static final List<String> END = new CopyOnWriteArrayList<>();

	private final ApplicationContextRunner memory = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
				"contacthub.base-url=http://localhost:1", "contacthub.retry.enabled=false");

	private final ApplicationContextRunner runner = this.memory
		.withConfiguration(AutoConfigurations.of(ContactHubJdbcAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class))
		.withUserConfiguration(Pool.class)
		.withPropertyValues("contacthub.events.publisher.store=jdbc",
				"contacthub.events.publisher.jdbc.initialize-schema=always",
				"contacthub.events.publisher.retry.initial-interval=1m",
				"contacthub.events.publisher.retry.max-interval=1m");

	private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(URL));

	@BeforeEach
	void clear() {
		END.clear();
		this.database.sql("drop all objects").update();
	}

	@Test
	@DisplayName("sends nothing while its application is stopped or paused, accepts events meanwhile, and goes on afterwards")
	void pauses() {
		EventRepository events = mock();
		this.runner.withBean(EventRepository.class, () -> events)
			.withPropertyValues("contacthub.events.publisher.jdbc.poll-interval=10ms")
			.run((context) -> {
				ConfigurableApplicationContext application = context
					.getSourceApplicationContext(ConfigurableApplicationContext.class);
				EventPublisher publisher = context.getBean(EventPublisher.class);
				application.stop();
				assertThat(publisher.publish(LastWords.event())).isTrue();
				assertThat(publisher.flush(Duration.ofMillis(200))).isFalse();
				then(events).shouldHaveNoInteractions();
				application.start();
				assertThat(publisher.flush(Duration.ofSeconds(20))).isTrue();
				application.pause();
				assertThat(publisher.publish(LastWords.event())).isTrue();
				assertThat(publisher.flush(Duration.ofMillis(200))).isFalse();
				then(events).should(times(1)).add(any(Event.class));
				application.restart();
				assertThat(publisher.flush(Duration.ofSeconds(20))).isTrue();
			});
		then(events).should(times(2)).add(any(Event.class));
	}

	@Test
	@DisplayName("is closed, within the time for that, and not emptied")
	void isClosed() {
		DurableEventPublisher publisher = mock();
		this.memory.withBean("own", DurableEventPublisher.class, () -> publisher)
			.withPropertyValues("contacthub.events.publisher.shutdown-timeout=7s")
			.run((context) -> {
				ConfigurableApplicationContext application = context
					.getSourceApplicationContext(ConfigurableApplicationContext.class);
				application.stop();
				application.start();
				then(publisher).should(never()).close(any());
				application.close();
			});
		then(publisher).should(times(1)).pause(any());
		then(publisher).should(never()).flush(any());
		ArgumentCaptor<Duration> left = ArgumentCaptor.captor();
		then(publisher).should(times(1)).close(left.capture());
		assertThat(left.getValue()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(7));
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(classes = { LastWords.Direct.class, LastWords.OfLazy.class, LastWords.ByProvider.class,
			LastWords.ByContext.class, LastWordsOfWriter.class })
	@DisplayName("takes what beans publish while they are destroyed, and its database is closed after it")
	void takesLastWords(Class<?> speaker) {
		this.runner.withUserConfiguration(speaker).run((context) -> {
			assertThat(context).hasNotFailed();
			EventPublisher publisher = context.getBean(EventPublisher.class);
			context.getBean(Pool.Watched.class).watch(publisher);
		});
		assertThat(this.database.sql("select count(*) from contacthub_event").query(Long.class).single()).isOne();
		assertThat(END).containsExactly("publisher is closed");
	}

	@Test
	@DisplayName("is closed before its database, also one that has a name")
	void isClosedBeforeDatabase() {
		this.runner.withPropertyValues("contacthub.nodes.shop=n2").run((context) -> {
			Pool.Watched pool = context.getBean(Pool.Watched.class);
			pool.watch(context.getBean(EventPublisher.class));
			pool.watch(context.getBean(ContactHubNodes.class).publisher("shop"));
		});
		assertThat(END).containsExactly("publisher is closed", "publisher is closed");
	}

	@Test
	@DisplayName("is closed before its database, also when that is destroyed on its own")
	void isClosedWithDatabase() {
		this.runner.run((context) -> {
			context.getBean(Pool.Watched.class).watch(context.getBean(EventPublisher.class));
			((DefaultListableBeanFactory) context.getSourceApplicationContext(ConfigurableApplicationContext.class)
				.getBeanFactory()).destroySingleton("pool");
		});
		assertThat(END).startsWith("publisher is closed");
	}

	@Test
	@DisplayName("is closed before the factory of JPA, whose transactions do not tell that they need it")
	void isClosedBeforeFactoryOfJpa() {
		this.runner.withUserConfiguration(Jpa.class)
			.run((context) -> Jpa.watched = context.getBean(EventPublisher.class));
		assertThat(END).containsExactly("publisher is closed");
	}

	/**
	 * Note whether a publisher is closed.
	 */
	private static void note(EventPublisher publisher) {
		try {
			publisher.publish(LastWords.event());
			END.add("publisher is open");
		}
		catch (RejectedExecutionException ex) {
			END.add("publisher is closed");
		}
	}

	/**
	 * A pool that says whether publishers are closed when it is.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Pool {

		@Bean
		Watched pool() {
			Watched pool = new Watched();
			pool.setJdbcUrl(URL);
			return pool;
		}

		static class Watched extends HikariDataSource {

			private final List<EventPublisher> publishers = new CopyOnWriteArrayList<>();

			void watch(EventPublisher publisher) {
				this.publishers.add(publisher);
			}

			@Override
			public void close() {
				this.publishers.forEach(DurableEventPublisherLifecycleTests::note);
				super.close();
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Jpa {

		private static EventPublisher watched;

		@Bean
		EntityManagerFactory entityManagerFactory() {
			EntityManagerFactory factory = mock();
			willAnswer((call) -> {
				note(watched);
				return null;
			}).given(factory).close();
			return factory;
		}

	}

	/**
	 * One that needs the database itself.
	 */
	@Configuration(proxyBeanMethods = false)
	static class LastWordsOfWriter {

		private final Pool.Watched pool;

		private final ObjectProvider<EventPublisher> publisher;

		LastWordsOfWriter(Pool.Watched pool, ObjectProvider<EventPublisher> publisher) {
			this.pool = pool;
			this.publisher = publisher;
		}

		@PreDestroy
		void speak() {
			assertThat(JdbcClient.create(this.pool).sql("select 1").query(Long.class).single()).isOne();
			this.publisher.getObject().publish(LastWords.event());
		}

	}

}
