package io.contacthub.autoconfigure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;

import javax.sql.DataSource;

import io.contacthub.autoconfigure.jdbc.ContactHubDataSource;
import io.contacthub.autoconfigure.jdbc.ContactHubJdbcAutoConfiguration;
import io.contacthub.autoconfigure.jdbc.ContactHubTransactionManager;
import io.contacthub.autoconfigure.jdbc.SilentTransactionManager;
import io.contacthub.autoconfigure.jdbc.TestDataSources;
import io.contacthub.event.EventRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for a store of events that cannot be set up as it is configured.
 */
@DisplayName("A store of events")
class RefusedEventStoreTests {

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ContactHubAutoConfiguration.class, ContactHubJdbcAutoConfiguration.class))
		.withBean(EventRepository.class, () -> mock())
		.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
				"contacthub.events.publisher.store=jdbc");

	private final ApplicationContextRunner runner = this.bare.withConfiguration(AutoConfigurations
		.of(DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class));

	private static FailureAnalysis analyze(AssertableApplicationContext context) {
		assertThat(context).hasFailed();
		FailureAnalysis analysis = new ContactHubConfigurationFailureAnalyzer(new MockEnvironment())
			.analyze(context.getStartupFailure());
		assertThat(analysis).isNotNull();
		return analysis;
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.jdbc", "org.springframework.boot.jdbc" })
	@DisplayName("in a database needs the libraries for that, with the lines to add")
	void needsLibraries(String library) {
		this.bare.withClassLoader(new FilteredClassLoader(library)).run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription()).isEqualTo("'contacthub.events.publisher.store' is jdbc: "
					+ "needs the support of Spring Boot for JDBC, which is missing.");
			assertThat(analysis.getAction()).contains("  <artifactId>spring-boot-starter-jdbc</artifactId>\n")
				.endsWith("""
						contacthub:
						  events:
						    publisher:
						      store: memory
						""");
		});
	}

	@Test
	@DisplayName("in a database needs its auto-configuration, which a test of a part of the application may leave out")
	void needsAutoConfiguration() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
			.withBean(EventRepository.class, () -> mock())
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
					"contacthub.events.publisher.store=jdbc")
			.run((context) -> assertThat(analyze(context).getDescription())
				.isEqualTo("'contacthub.events.publisher.store' is jdbc: needs ContactHubJdbcAutoConfiguration, "
						+ "which the application or its test leaves out."));
	}

	@Test
	@DisplayName("needs a database")
	void needsDataSource() {
		this.bare.run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription())
				.isEqualTo("'contacthub.events.publisher.store' is jdbc: needs a DataSource, and there is none.");
			assertThat(analysis.getAction()).contains("spring:\n  datasource:\n    url: jdbc:postgresql:");
		});
	}

	@Test
	@DisplayName("needs to know which of several databases is meant")
	void needsOneDataSource() {
		this.runner.withUserConfiguration(TwoDataSources.class).run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription()).isEqualTo("'contacthub.events.publisher.store' is jdbc: "
					+ "needs one DataSource, and there are [one, two], of which none is primary.");
			assertThat(analysis.getAction()).contains("@Bean\n@ContactHubDataSource\nDataSource one() {",
					"@ContactHubTransactionManager");
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { ManagerOfAnother.class, MarkedManagerOfAnother.class, SilentManagerOfAnother.class,
			MarkedSilentManagerOfAnother.class })
	@DisplayName("needs transactions of its database, without which an event would be sent twice")
	void needsTransactions(Class<?> configuration) {
		this.runner.withUserConfiguration(configuration).run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription()).isEqualTo("'contacthub.events.publisher.store' is jdbc: needs a "
					+ "transaction manager for its DataSource, and there are only [twoTransactions], whose "
					+ "transactions its connections have no part in.");
			assertThat(analysis.getAction()).contains("@ContactHubTransactionManager\nJdbcTransactionManager ");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "embedded", "never" })
	@DisplayName("needs its tables, which are not made by themselves in a database that outlives the application")
	void needsTables(String mode, @TempDir Path folder) {
		this.runner
			.withPropertyValues("spring.datasource.url=jdbc:h2:file:" + folder.resolve("shop"),
					"contacthub.events.publisher.jdbc.initialize-schema=" + mode)
			.run((context) -> {
				FailureAnalysis analysis = analyze(context);
				assertThat(analysis.getDescription())
					.isEqualTo("'contacthub.events.publisher.store' is jdbc: its tables cannot be read: "
							+ "Table \"CONTACTHUB_EVENT\" not found (this database is empty).");
				assertThat(analysis.getAction()).contains("schema-postgresql.sql").endsWith("""
						contacthub:
						  events:
						    publisher:
						      jdbc:
						        initialize-schema: always
						""");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "embedded", "never", "always" })
	@DisplayName("needs a database that it knows")
	void needsKnownDatabase(String mode) throws SQLException {
		DataSource oracle = mock();
		Connection connection = mock();
		DatabaseMetaData metaData = mock();
		given(oracle.getConnection()).willReturn(connection);
		given(connection.getMetaData()).willReturn(metaData);
		given(metaData.getDatabaseProductName()).willReturn("Oracle");
		this.runner.withBean(DataSource.class, () -> oracle)
			.withPropertyValues("contacthub.events.publisher.jdbc.initialize-schema=" + mode)
			.run((context) -> {
				FailureAnalysis analysis = analyze(context);
				assertThat(analysis.getDescription()).isEqualTo("'contacthub.events.publisher.store' is jdbc: "
						+ "the database is 'Oracle', and must be PostgreSQL or H2.");
				assertThat(analysis.getAction()).contains("store: memory");
			});
	}

	@Test
	@DisplayName("in a database does not go with events that are sent at most once, which it is not asked for unless that is set")
	void sendsAtLeastOnce() {
		this.runner.withPropertyValues("contacthub.events.publisher.delivery=at-most-once").run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription()).isEqualTo("'contacthub.events.publisher.delivery' is at-most-once: "
					+ "from the store jdbc, an event that may have been carried out is sent again.");
			assertThat(analysis.getAction()).endsWith("""
					contacthub:
					  events:
					    publisher:
					      delivery: at-least-once
					      # store: memory
					""");
		});
		this.runner.withPropertyValues("contacthub.events.publisher.delivery=at-least-once")
			.run((context) -> assertThat(context).hasNotFailed());
		this.runner.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					                                                                                            | contacthub.http.call-timeout' is PT1M  | PT2M
					http.call-timeout=16s                                                                       | contacthub.http.call-timeout' is PT16S | PT32S
					http.read-timeout=70s                                                                       | contacthub.http.call-timeout' is PT1M10S | PT2M20S
					http.call-timeout=15s,workspaces.a.node-id=n2,workspaces.a.http.call-timeout=16s            | contacthub.workspaces.a.http.call-timeout' is PT16S | PT32S
					http.call-timeout=15s,workspaces.a.nodes.shop=n2,workspaces.a.http.call-timeout=16s         | contacthub.workspaces.a.http.call-timeout' is PT16S | PT32S
					""")
	@DisplayName("in a database lets no other process have an event while a call may still send it")
	void leavesEventsForAsLongAsCalls(String properties, String callTimeout, String shortest) {
		this.runner.withPropertyValues("contacthub.events.publisher.jdbc.lease=30s")
			.withPropertyValues(properties(properties))
			.run((context) -> {
				FailureAnalysis analysis = analyze(context);
				assertThat(analysis.getDescription())
					.isEqualTo("'contacthub.events.publisher.jdbc.lease' is PT30S: it must be at least " + shortest
							+ ", twice as long as a call takes at most, since another process takes the event over "
							+ "then, and '" + callTimeout + ".");
				assertThat(analysis.getAction()).contains("call-timeout: 15s\n", "# lease: ");
			});
	}

	private static String[] properties(String properties) {
		return (properties != null) ? Arrays.stream(properties.split(","))
			.map((property) -> "contacthub." + property)
			.toArray(String[]::new) : new String[0];
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			http.call-timeout=15s
			http.call-timeout=15s,workspaces.a.workspace-id=w2,workspaces.a.http.call-timeout=16s
			http.call-timeout=15s,workspaces.a.enabled=false,workspaces.a.node-id=n2,workspaces.a.http.call-timeout=16s
			events.publisher.store=memory
			""")
	@DisplayName("in a database asks that of connections that send events only")
	void asksConnectionsWithNodes(String properties) {
		this.runner.withPropertyValues("contacthub.events.publisher.jdbc.lease=30s")
			.withPropertyValues(properties(properties))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	@DisplayName("in a database asks that of the connection without a name only where there is one")
	void asksMainConnectionIfThereIsOne() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ContactHubAutoConfiguration.class, ContactHubJdbcAutoConfiguration.class,
							DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class))
			.withPropertyValues("contacthub.events.publisher.store=jdbc", "contacthub.events.publisher.jdbc.lease=30s",
					"contacthub.workspaces.a.workspace-id=w1", "contacthub.workspaces.a.token=t0ken",
					"contacthub.workspaces.a.node-id=n1", "contacthub.workspaces.a.http.call-timeout=15s")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("contactHubEventPublisher"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "contacthub.nodes.default", "contacthub.workspaces.default.node-id" })
	@DisplayName("in a database keeps the events of the node without a name under a name that no other may have")
	void keepsNameOfMain(String property) {
		this.runner.withPropertyValues(property + "=n2").run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription())
				.startsWith("'" + property + "' belongs to a node of the name 'default'");
		});
		this.runner.withPropertyValues("contacthub.events.publisher.store=memory", "contacthub.nodes.default=n2")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		DataSource one() {
			return TestDataSources.embedded();
		}

		@Bean
		DataSource two() {
			return TestDataSources.embedded();
		}

	}

	/**
	 * With a database that is marked to have the events, and one that is not.
	 */
	static class MarkedOfTwo {

		@Bean
		@ContactHubDataSource
		DataSource one() {
			return TestDataSources.embedded();
		}

		@Bean
		DataSource two() {
			return TestDataSources.embedded();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ManagerOfAnother extends MarkedOfTwo {

		@Bean
		PlatformTransactionManager twoTransactions(@Qualifier("two") DataSource two) {
			return new JdbcTransactionManager(two);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedManagerOfAnother extends MarkedOfTwo {

		@Bean
		@ContactHubTransactionManager
		PlatformTransactionManager twoTransactions(@Qualifier("two") DataSource two) {
			return new JdbcTransactionManager(two);
		}

	}

	/**
	 * With connections that never commit by themselves, as if they were in a transaction.
	 */
	static class Pools {

		@Bean
		@ContactHubDataSource
		DataSource one() {
			return TestDataSources.withoutAutoCommit();
		}

		@Bean
		DataSource two() {
			return TestDataSources.withoutAutoCommit();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SilentManagerOfAnother extends Pools {

		@Bean
		PlatformTransactionManager twoTransactions(@Qualifier("two") DataSource two) {
			return new SilentTransactionManager(two);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedSilentManagerOfAnother extends Pools {

		@Bean
		@ContactHubTransactionManager
		PlatformTransactionManager twoTransactions(@Qualifier("two") DataSource two) {
			return new SilentTransactionManager(two);
		}

	}

}
