package io.contacthub.messaging;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.contacthub.client.PauseSettings;
import io.contacthub.update.Update;
import io.contacthub.update.UpdateFilter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UpdateMessageSource} in a flow whose messages are transactions of the
 * database that has the offset.
 */
@DisplayName("A flow in transactions")
class TransactionalFlowTests {

	private static final BlockingQueue<String> told = new LinkedBlockingQueue<>();

	private static final FakeUpdates updates = new FakeUpdates();

	@Test
	@DisplayName("handles each change once, in the transaction that stores the offset, and goes on behind one that is rolled back")
	void handlesOnce() throws Exception {
		updates.add("a", "b", "poison", "c");
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Copying.class)) {
			JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
			assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("skipped poison");
			assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("c");
			List<String> copied = List.of();
			for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20); copied.isEmpty()
					&& System.nanoTime() < end;) {
				copied = jdbc.queryForList("SELECT ID FROM COPY WHERE EXISTS (SELECT 1 FROM INT_METADATA_STORE WHERE "
						+ "METADATA_VALUE = '4') ORDER BY NUMBER", String.class);
			}
			assertThat(copied).containsExactly("a", "b", "c");
			updates.add("d");
			assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("d");
		}
		assertThat(told).isEmpty();
	}

	/**
	 * A flow that copies changes.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableIntegration
	@EnableTransactionManagement
	static class Copying {

		@Bean
		DataSource dataSource() throws Exception {
			DriverManagerDataSource dataSource = new DriverManagerDataSource(
					"jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
			ScriptUtils.executeSqlScript(dataSource.getConnection(),
					new ClassPathResource("org/springframework/integration/jdbc/schema-h2.sql"));
			new JdbcTemplate(dataSource)
				.execute("CREATE TABLE COPY (NUMBER BIGINT GENERATED ALWAYS AS IDENTITY, ID VARCHAR(10))");
			return dataSource;
		}

		@Bean
		JdbcTemplate jdbc(DataSource dataSource) {
			return new JdbcTemplate(dataSource);
		}

		@Bean
		PlatformTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

		@Bean
		JdbcMetadataStore offsets(DataSource dataSource) {
			return new JdbcMetadataStore(dataSource);
		}

		@Bean
		UpdateMessageSource changes(ConcurrentMetadataStore offsets) {
			UpdateMessageSource source = new UpdateMessageSource(updates, UpdateFilter.fromBeginning(), offsets,
					"copy");
			source.setStart(UpdateStart.BEGINNING);
			source.setPageSize(3);
			source.setMaxAttempts(2);
			source.setBackOff(new PauseSettings(Duration.ofMillis(1), 1, Duration.ofMillis(1), 0));
			source.setSkipListener((update, failure) -> told.add("skipped " + update.entity().id()));
			return source;
		}

		@Bean
		IntegrationFlow flow(UpdateMessageSource changes, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
			return IntegrationFlow
				.from(changes,
						(endpoint) -> endpoint.poller((poller) -> poller.fixedDelay(10).transactional(transactions)))
				.handle(Update.class, (update, headers) -> {
					String id = update.entity().id();
					jdbc.update("INSERT INTO COPY (ID) VALUES (?)", id);
					if ("poison".equals(id)) {
						throw new IllegalStateException("poison");
					}
					if ("c".equals(id) || "d".equals(id)) {
						told.add(id);
					}
					return null;
				})
				.get();
		}

	}

}
