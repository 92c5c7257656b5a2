package io.contacthub.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.contacthub.client.PauseSettings;
import io.contacthub.update.Update;
import io.contacthub.update.UpdateFilter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.PollerSpec;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.integration.metadata.SimpleMetadataStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UpdateMessageSource} in flows that fail where an endpoint rejects
 * nothing.
 */
@DisplayName("A flow that fails late, or with an error")
@SuppressWarnings("try") // the context is only to be closed
class FailingFlowTests {

	private final FakeUpdates updates = new FakeUpdates();

	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

	private UpdateMessageSource source;

	private UpdateMessageSource source(ConcurrentMetadataStore store) {
		this.source = new UpdateMessageSource(this.updates, UpdateFilter.fromBeginning(), store, "key");
		this.source.setStart(UpdateStart.BEGINNING);
		this.source.setPageSize(3);
		this.source.setMaxAttempts(2);
		this.source.setBackOff(new PauseSettings(Duration.ofMillis(1), 1, Duration.ofMillis(1), 0));
		return this.source;
	}

	private AnnotationConfigApplicationContext run(Consumer<PollerSpec> poller, Consumer<Update> handler) {
		IntegrationFlow flow = IntegrationFlow.from(this.source, (endpoint) -> endpoint.poller((factory) -> {
			PollerSpec spec = factory.fixedDelay(10);
			poller.accept(spec);
			return spec;
		})).handle((message) -> handler.accept((Update) message.getPayload())).get();
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(Integrating.class);
		context.registerBean("flow", IntegrationFlow.class, () -> flow);
		context.refresh();
		return context;
	}

	@ParameterizedTest
	@CsvSource({ "a, true", "c, true", "a, false", "c, false" })
	@DisplayName("gives a change again whose transaction fails when it is committed, and stores no offset behind it")
	void failedCommit(String failing, boolean sameDatabase) throws Exception {
		DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		ScriptUtils.executeSqlScript(database.getConnection(),
				new ClassPathResource("org/springframework/integration/jdbc/schema-h2.sql"));
		JdbcTemplate jdbc = new JdbcTemplate(database);
		jdbc.execute("CREATE TABLE COPY (NUMBER BIGINT GENERATED ALWAYS AS IDENTITY, ID VARCHAR(10))");
		JdbcMetadataStore tables = new JdbcMetadataStore(database);
		tables.afterPropertiesSet();
		ConcurrentMetadataStore store = sameDatabase ? tables : new SimpleMetadataStore();
		this.updates.add("a", "b", "c");
		List<String> stored = new ArrayList<>();
		source(store);
		try (AnnotationConfigApplicationContext context = run(
				(poller) -> poller.transactional(new JdbcTransactionManager(database)), (update) -> {
					String id = update.entity().id();
					jdbc.update("INSERT INTO COPY (ID) VALUES (?)", id);
					stored.add(String.valueOf(store.get("key")));
					if (failing.equals(id) && this.source.failed() == 0) {
						TransactionSynchronizationManager.registerSynchronization(new FailingCommit());
					}
					this.told.add(id);
				})) {
			List<String> all = new ArrayList<>();
			for (String expected : failing.equals("a") ? List.of("a", "a", "b", "c") : List.of("a", "b", "c", "c")) {
				all.add(this.told.poll(20, TimeUnit.SECONDS));
				assertThat(all).last().as("told %s", all).isEqualTo(expected);
			}
			this.updates.add("d");
			assertThat(this.told.poll(20, TimeUnit.SECONDS)).isEqualTo("d");
		}
		assertThat(jdbc.queryForList("SELECT ID FROM COPY ORDER BY NUMBER", String.class)).startsWith("a", "b", "c");
		assertThat(stored).containsExactly("null", "null", "null", "null", "3");
		assertThat(this.source.failed()).isOne();
		assertThat(this.source.status().repeated()).isNull();
	}

	@Test
	@DisplayName("skips a change whose transaction always fails when it is committed")
	void skipsFailingCommit() throws Exception {
		this.updates.add("poison", "b");
		source(new SimpleMetadataStore())
			.setSkipListener((update, failure) -> this.told.add("skipped, since " + failure.getMessage()));
		DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID());
		try (AnnotationConfigApplicationContext context = run(
				(poller) -> poller.transactional(new JdbcTransactionManager(database)), (update) -> {
					this.told.add(update.entity().id());
					if ("poison".equals(update.entity().id())) {
						TransactionSynchronizationManager.registerSynchronization(new FailingCommit());
					}
				})) {
			for (String expected : List.of("poison", "poison",
					"skipped, since The transaction in which it was handled was not committed", "b")) {
				assertThat(this.told.poll(20, TimeUnit.SECONDS)).isEqualTo(expected);
			}
		}
	}

	@Test
	@DisplayName("gives a change again whose handler throws an error")
	void errorOfHandler() throws Exception {
		SimpleMetadataStore store = new SimpleMetadataStore();
		this.updates.add("a", "b", "c");
		source(store);
		try (AnnotationConfigApplicationContext context = run((poller) -> poller.maxMessagesPerPoll(-1), (update) -> {
			this.told.add(update.entity().id());
			if (this.told.size() == 1 && this.source.failed() == 0) {
				throw new NoClassDefFoundError("org/example/Index");
			}
		})) {
			for (long end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); !"3".equals(store.get("key"))
					&& System.nanoTime() < end;) {
				Thread.onSpinWait();
			}
		}
		// another thread of the scheduler may go on before the one that had the first
		assertThat(this.told).containsExactlyInAnyOrder("a", "a", "b", "c").startsWith("a");
		assertThat(store.get("key")).isEqualTo("3");
		assertThat(this.source.handled()).isEqualTo(3);
	}

	/**
	 * A failure to commit, as that of JPA when it flushes.
	 */
	private static final class FailingCommit implements TransactionSynchronization {

		@Override
		public void beforeCommit(boolean readOnly) {
			throw new IllegalStateException("could not execute statement");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableIntegration
	static class Integrating {

	}

}
