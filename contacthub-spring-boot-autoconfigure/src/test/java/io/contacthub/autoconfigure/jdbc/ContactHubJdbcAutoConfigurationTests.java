package io.contacthub.autoconfigure.jdbc;

import javax.sql.DataSource;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubNodes;
import io.contacthub.autoconfigure.DurableEventPublisherFactory;
import io.contacthub.autoconfigure.TraceIdSupplier;
import io.contacthub.client.TracingId;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ContactHubJdbcAutoConfiguration}.
 */
@DisplayName("With events in the database, an application")
class ContactHubJdbcAutoConfigurationTests {

	private static final String TABLES = """
			select count(*) from information_schema.tables where lower(table_name) like 'contacthub%'""";

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ContactHubAutoConfiguration.class, ContactHubJdbcAutoConfiguration.class))
		.withBean(EventRepository.class, () -> mock())
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
				"contacthub.base-url=http://localhost:1", "contacthub.retry.enabled=false");

	private final ApplicationContextRunner memory = this.bare
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceInitializationAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.memory
		.withPropertyValues("contacthub.events.publisher.store=jdbc");

	@Test
	@DisplayName("has a publisher that keeps them there, within its transactions")
	void keepsEvents() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(EventPublisher.class).hasSingleBean(DurableEventPublisher.class);
			assertThat(context.getBean(EventPublisher.class)).isSameAs(context.getBean("contactHubEventPublisher"));
			assertJoins(context, context.getBean(DurableEventPublisher.class), context.getBean(DataSource.class),
					"default");
		});
	}

	/**
	 * Assert that an event is there within the transaction of its caller, of which a
	 * rollback leaves nothing.
	 */
	private static void assertJoins(ApplicationContext context, EventPublisher publisher, DataSource dataSource,
			String name) {
		JdbcClient client = JdbcClient.create(dataSource);
		new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult((status) -> {
			assertThat(publisher.publish(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).withCustomerId("c1")))
				.isTrue();
			assertThat(client.sql("select publisher from contacthub_event").query(String.class).list())
				.containsExactly(name);
			status.setRollbackOnly();
		});
		assertThat(count(dataSource, "select count(*) from contacthub_event")).isZero();
	}

	@Test
	@DisplayName("keeps the id of the trace with an event, where there is no tracing id")
	void keepsTrace() {
		this.runner.withBean(TraceIdSupplier.class, () -> () -> "4bf92f3577b34da6a3ce929d0e0e4736").run((context) -> {
			DataSource dataSource = context.getBean(DataSource.class);
			EventPublisher publisher = context.getBean(EventPublisher.class);
			Event event = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).withCustomerId("c1");
			new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult((status) -> {
				publisher.publish(event);
				TracingId.run("order-4711", () -> publisher.publish(event));
				assertThat(JdbcClient.create(dataSource)
					.sql("select tracing_id from contacthub_event order by id")
					.query(String.class)
					.list()).containsExactly("4bf92f3577b34da6a3ce929d0e0e4736", "order-4711");
				status.setRollbackOnly();
			});
		});
	}

	private static long count(DataSource dataSource, String query) {
		return JdbcClient.create(dataSource).sql(query).query(Long.class).single();
	}

	@Test
	@DisplayName("has a publisher for each node with a name, and each sends what another process has left without being asked for")
	void keepsEventsOfNames() {
		this.runner.withUserConfiguration(Injected.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withPropertyValues("contacthub.nodes.shop=n2", "contacthub.workspaces.partner.workspace-id=w2",
					"contacthub.workspaces.partner.token=t2", "contacthub.workspaces.partner.nodes.web=n3")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeanFactory().getSingletonNames()).contains("contactHubEventPublisher",
						"shopContactHubEventPublisher", "partner.webContactHubEventPublisher");
				Injected injected = context.getBean(Injected.class);
				assertThat(injected.main).isNotSameAs(injected.shop);
				assertThat(context.getBean(ContactHubNodes.class).publisher("shop")).isSameAs(injected.shop);
				assertJoins(context, injected.shop, context.getBean(DataSource.class), "shop");
				assertJoins(context, context.getBean(ContactHubNodes.class).publisher("partner.web"),
						context.getBean(DataSource.class), "partner.web");
			});
	}

	@Test
	@DisplayName("keeps its own publisher")
	void keepsOwnPublisher() {
		EventPublisher own = mock();
		this.runner.withBean("own", EventPublisher.class, () -> own)
			.run((context) -> assertThat(context).getBean(EventPublisher.class).isSameAs(own));
	}

	@ParameterizedTest
	@ValueSource(classes = { PrimaryDataSource.class, MarkedDataSource.class, MarkedOfSeveral.class,
			MarkedWithManager.class, WithoutManager.class, ManagerOfAnother.class, SilentManager.class })
	@DisplayName("may have several databases, of which one has the events, with the transactions of that")
	void choosesDataSource(Class<?> configuration) {
		this.runner.withUserConfiguration(configuration).run((context) -> {
			assertThat(context).hasNotFailed();
			DataSource events = context.getBean("events", DataSource.class);
			assertThat(count(events, TABLES)).isEqualTo(2);
			assertThat(context.getBean("others", DataSource.class))
				.satisfies((others) -> assertThat(count(others, TABLES)).isZero());
			assertJoins(context, context.getBean(EventPublisher.class), events, "default");
		});
	}

	@Test
	@DisplayName("has the tables made by its own migrations instead, which come first")
	void waitsForMigrations() {
		this.runner
			.withPropertyValues("contacthub.events.publisher.jdbc.initialize-schema=never",
					"spring.sql.init.schema-locations=classpath:io/contacthub/event/jdbc/schema-h2.sql")
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(EventSchemaInitializer.class);
				assertThat(count(context.getBean(DataSource.class), TABLES)).isEqualTo(2);
			});
	}

	@Test
	@DisplayName("has the tables made after whatever else is made in the database, once")
	void makesTablesOnce() {
		ApplicationContextRunner twice = this.runner.withPropertyValues(
				"spring.datasource.url=jdbc:h2:mem:twice;DB_CLOSE_DELAY=-1",
				"contacthub.events.publisher.jdbc.initialize-schema=always");
		for (int i = 0; i < 2; i++) {
			twice.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(EventSchemaInitializer.class);
				assertThat(count(context.getBean(DataSource.class), TABLES)).isEqualTo(2);
			});
		}
	}

	@Test
	@DisplayName("may have a script of its own")
	void hasOwnScript() {
		this.runner.withPropertyValues(
				"contacthub.events.publisher.jdbc.schema=classpath:io/contacthub/event/jdbc/schema-@@platform@@.sql",
				"contacthub.events.publisher.jdbc.platform=h2")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	@DisplayName("is as before with a database, but without that store")
	void changesNothing() {
		this.memory.run((context) -> {
			assertThat(context).hasSingleBean(EventPublisher.class)
				.doesNotHaveBean(DurableEventPublisher.class)
				.doesNotHaveBean(DurableEventPublisherFactory.class)
				.doesNotHaveBean(EventSchemaInitializer.class)
				.doesNotHaveBean(EventDataSource.class);
			assertThat(count(context.getBean(DataSource.class), TABLES)).isZero();
		});
		this.runner.withPropertyValues("contacthub.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(EventSchemaInitializer.class)
				.doesNotHaveBean(DurableEventPublisherFactory.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.jdbc", "org.springframework.boot.jdbc" })
	@DisplayName("is as before without the libraries for databases")
	void needsNoLibraries(String library) {
		ApplicationContextRunner without = this.bare.withClassLoader(new FilteredClassLoader(library));
		without.run((context) -> assertThat(context).hasNotFailed()
			.hasSingleBean(EventPublisher.class)
			.doesNotHaveBean(DurableEventPublisher.class));
		without.withPropertyValues("contacthub.events.publisher.store=memory")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(EventPublisher.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class Injected {

		private final DurableEventPublisher main;

		private final DurableEventPublisher shop;

		Injected(DurableEventPublisher main, @Qualifier("shop") DurableEventPublisher shop) {
			this.main = main;
			this.shop = shop;
		}

	}

	/**
	 * With a database that does not have the events.
	 */
	static class Others {

		@Bean
		DataSource others() {
			return TestDataSources.embedded();
		}

	}

	/**
	 * With one more, which is marked to have them.
	 */
	static class Marked extends Others {

		@Bean
		@ContactHubDataSource
		DataSource events() {
			return TestDataSources.embedded();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryDataSource extends Others {

		@Bean
		@Primary
		DataSource events() {
			return TestDataSources.embedded();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedDataSource {

		@Bean
		@ContactHubDataSource
		DataSource events() {
			return TestDataSources.embedded();
		}

		@Bean
		@Primary
		DataSource others() {
			return TestDataSources.embedded();
		}

		@Bean
		PlatformTransactionManager eventTransactions(@ContactHubDataSource DataSource events) {
			return new JdbcTransactionManager(events);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedOfSeveral extends Others {

		@Bean(defaultCandidate = false)
		@ContactHubDataSource
		DataSource events() {
			return TestDataSources.embedded();
		}

		@Bean(defaultCandidate = false)
		@ContactHubTransactionManager
		PlatformTransactionManager eventTransactions(@ContactHubDataSource DataSource events) {
			return new JdbcTransactionManager(events);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedWithManager extends Marked {

		@Bean
		@ContactHubTransactionManager
		PlatformTransactionManager eventTransactions(@ContactHubDataSource DataSource events) {
			return new JdbcTransactionManager(events);
		}

		@Bean
		PlatformTransactionManager otherTransactions(@Qualifier("others") DataSource others) {
			return new JdbcTransactionManager(others);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithoutManager extends Marked {

	}

	@Configuration(proxyBeanMethods = false)
	static class ManagerOfAnother extends Marked {

		@Bean
		@Primary
		PlatformTransactionManager otherTransactions(@Qualifier("others") DataSource others) {
			return new JdbcTransactionManager(others);
		}

		@Bean
		PlatformTransactionManager eventTransactions(@Qualifier("events") DataSource events) {
			return new JdbcTransactionManager(events);
		}

	}

	/**
	 * With a manager of which it shows at start only that it is the right one.
	 */
	@Configuration(proxyBeanMethods = false)
	static class SilentManager extends Others {

		@Bean
		@Primary
		DataSource events() {
			return TestDataSources.withoutAutoCommit();
		}

		@Bean
		PlatformTransactionManager eventTransactions(@Qualifier("events") DataSource events) {
			return new SilentTransactionManager(events);
		}

	}

}
