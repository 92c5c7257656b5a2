package io.contacthub.messaging.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import ch.qos.logback.classic.Level;
import io.contacthub.Workspace;
import io.contacthub.messaging.CustomerChangeListener;
import io.contacthub.messaging.FakeUpdates;
import io.contacthub.messaging.LoggedEvents;
import io.contacthub.messaging.UpdateMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.integration.metadata.SimpleMetadataStore;
import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.integration.support.locks.PassThruLockRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link FeedJdbcConfiguration}: the feed of several instances.
 */
@DisplayName("The feed of instances that share a database")
class FeedJdbcConfigurationTests {

	private static final Duration TTL = Duration.ofSeconds(2);

	private final FakeUpdates updates = new FakeUpdates();

	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

	private final DataSource database = createDatabase();

	private final AtomicBoolean away = new AtomicBoolean();

	private final ApplicationContextRunner silent = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(TaskSchedulingAutoConfiguration.class, DataSourceAutoConfiguration.class,
						DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
						JdbcTemplateAutoConfiguration.class, IntegrationAutoConfiguration.class,
						ContactHubFeedAutoConfiguration.class, ContactHubFeedHealthContributorAutoConfiguration.class))
		.withPropertyValues("contacthub.feed.start=beginning", "contacthub.feed.store=jdbc",
				"contacthub.feed.lock-ttl=" + TTL.toSeconds() + "s", "contacthub.feed.poll-interval=10ms")
		.withBean(DataSource.class, this::dataSource)
		.withBean(Workspace.class, this::workspace);

	private final ApplicationContextRunner runner = listening(this.told);

	private ApplicationContextRunner listening(BlockingQueue<String> told) {
		return this.silent.withPropertyValues("spring.integration.jdbc.initialize-schema=always")
			.withBean(CustomerChangeListener.class, () -> (customer, update) -> told.add(customer.id()));
	}

	/**
	 * Return the database, which can be away.
	 */
	private DataSource dataSource() {
		return new DelegatingDataSource(this.database) {

			@Override
			public Connection getConnection() throws SQLException {
				if (FeedJdbcConfigurationTests.this.away.get()) {
					throw new SQLException("connection refused");
				}
				return super.getConnection();
			}
		};
	}

	private Workspace workspace() {
		Workspace workspace = mock();
		given(workspace.updates()).willReturn(this.updates);
		return workspace;
	}

	/**
	 * Create an empty database.
	 */
	DataSource createDatabase() {
		return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
	}

	/**
	 * Return how a database is removed.
	 */
	String drop() {
		return "SHUTDOWN";
	}

	@AfterEach
	void dropDatabase() {
		new JdbcTemplate(this.database).execute(drop());
	}

	@Test
	@DisplayName("goes on after a restart where it was")
	void restartContinues() {
		this.updates.add("a", "b");
		this.runner.run((context) -> {
			assertThat(next()).isEqualTo("a");
			assertThat(next()).isEqualTo("b");
		});
		assertThat(new JdbcTemplate(this.database)
			.queryForList("SELECT METADATA_KEY || '=' || METADATA_VALUE FROM INT_METADATA_STORE", String.class))
			.containsExactly("contacthub.updates.default=2");
		this.updates.add("c");
		this.runner.run((context) -> assertThat(next()).isEqualTo("c"));
		assertThat(this.told).isEmpty();
	}

	@Test
	@DisplayName("has one instance that reads, and another one that goes on when it ends")
	void oneLeads() {
		this.updates.add("a");
		BlockingQueue<String> toldOther = new LinkedBlockingQueue<>();
		this.runner.run((first) -> {
			assertThat(next()).isEqualTo("a");
			listening(toldOther).run((second) -> {
				this.updates.add("b");
				assertThat(next()).isEqualTo("b");
				assertThat(isLeading(first)).isTrue();
				assertThat(isLeading(second)).isFalse();
				first.getSourceApplicationContext().close();
				this.updates.add("c");
				assertThat(toldOther.poll(20, TimeUnit.SECONDS)).isEqualTo("c");
				assertThat(isLeading(second)).isTrue();
			});
		});
		assertThat(this.told).isEmpty();
	}

	@Test
	@DisplayName("does not read in a context that goes on after a pause when another instance has taken over")
	void followsAfterPause() {
		this.updates.add("a");
		BlockingQueue<String> toldOther = new LinkedBlockingQueue<>();
		this.runner.run((first) -> {
			assertThat(next()).isEqualTo("a");
			first.getSourceApplicationContext().stop();
			listening(toldOther).run((second) -> {
				this.updates.add("b");
				assertThat(toldOther.poll(20, TimeUnit.SECONDS)).isEqualTo("b");
				first.getSourceApplicationContext().start();
				assertThat(isLeading(first)).isFalse();
				assertThat(first.getBean(HealthIndicator.class).health().getDetails())
					.isEqualTo(Map.of("leader", false));
				this.updates.add("c");
				assertThat(toldOther.poll(20, TimeUnit.SECONDS)).isEqualTo("c");
			});
			this.updates.add("d");
			assertThat(next()).isEqualTo("d");
			assertThat(isLeading(first)).isTrue();
		});
		assertThat(this.told).isEmpty();
	}

	@Test
	@DisplayName("takes over from an instance that was killed when its lock is no longer valid, and a second after that at most")
	void takesOver() {
		this.updates.add("a");
		DefaultLockRepository killed = new DefaultLockRepository(this.database);
		killed.setTransactionManager(new JdbcTransactionManager(this.database));
		killed.afterPropertiesSet();
		killed.afterSingletonsInstantiated();
		this.runner.withPropertyValues("contacthub.feed.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(killed.acquire(lockKey(), Duration.ofMinutes(1))).isTrue();
		this.runner.run((context) -> {
			assertThat(isLeading(context)).isFalse();
			long last = System.nanoTime();
			assertThat(killed.renew(lockKey(), TTL)).isTrue();
			assertThat(next()).isEqualTo("a");
			assertThat(Duration.ofNanos(System.nanoTime() - last)).isBetween(TTL.minusMillis(50), TTL.plusSeconds(1));
			assertThat(isLeading(context)).isTrue();
		});
	}

	private static String lockKey() {
		return UUID.nameUUIDFromBytes("contacthub-feed.default".getBytes()).toString();
	}

	@Test
	@DisplayName("leads as long as it lives, and gives the lock back when it ends")
	void givesLockBack() {
		this.updates.add("a");
		JdbcTemplate jdbc = new JdbcTemplate(this.database);
		this.runner.run((context) -> {
			assertThat(next()).isEqualTo("a");
			assertThat(jdbc.queryForList("SELECT LOCK_KEY FROM INT_LOCK", String.class)).containsExactly(lockKey());
		});
		assertThat(jdbc.queryForList("SELECT LOCK_KEY FROM INT_LOCK", String.class)).isEmpty();
	}

	@Test
	@DisplayName("does not start without the tables, and says how to get them")
	void needsTables() {
		this.runner.withPropertyValues("spring.integration.jdbc.initialize-schema=never").run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new MissingTableFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).startsWith("The database has no table INT_METADATA_STORE, which ");
			assertThat(analysis.getAction()).contains("initialize-schema: always");
		});
	}

	@Test
	@DisplayName("does not explain the failures of others")
	void explainsOwnOnly() {
		try {
			new JdbcTemplate(this.database).execute("SELECT 1 FROM OTHER");
		}
		catch (RuntimeException ex) {
			assertThat(new MissingTableFailureAnalyzer().analyze(ex)).isNull();
		}
	}

	@Test
	@DisplayName("leaves store and locks to beans of the application, and is no candidate for it")
	void beansOfApplicationWin() {
		this.updates.add("a");
		DefaultLockRegistry locks = new DefaultLockRegistry();
		this.runner.withBean("locks", LockRegistry.class, () -> locks)
			.withBean("metadataStore", ConcurrentMetadataStore.class, SimpleMetadataStore::new)
			.run((context) -> {
				assertThat(next()).isEqualTo("a");
				assertThat(context.getBean(LockRegistry.class)).isSameAs(locks);
				assertThat(context.getBean(ConcurrentMetadataStore.class).get("contacthub.updates.default")).isIn(null,
						"1");
				assertThat(context.getBeanFactory().containsSingleton(FeedJdbcConfiguration.LOCKS)).isFalse();
				assertThat(context).doesNotHaveBean(FeedJdbcConfiguration.OFFSETS);
			});
		this.runner.withBean(Injected.class).run((context) -> {
			assertThat(context).hasBean(FeedJdbcConfiguration.LOCKS).hasBean(FeedJdbcConfiguration.OFFSETS);
			Injected injected = context.getBean(Injected.class);
			assertThat(injected.locks.getIfAvailable()).isNull();
			assertThat(injected.stores.getIfAvailable()).isNull();
			assertThat(injected.sources.getIfAvailable()).isNull();
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { DefaultLockRegistry.class, PassThruLockRegistry.class })
	@DisplayName("has one instance that reads though the application has locks within its process for something else")
	void locksWithinProcess(Class<? extends LockRegistry<?>> type) {
		this.updates.add("a");
		BlockingQueue<String> toldOther = new LinkedBlockingQueue<>();
		withLocks(this.told, type).run((first) -> {
			assertThat(next()).isEqualTo("a");
			withLocks(toldOther, type).run((second) -> {
				assertThat(isLeading(first)).isTrue();
				assertThat(isLeading(second)).isFalse();
				first.getSourceApplicationContext().close();
				this.updates.add("b");
				assertThat(toldOther.poll(20, TimeUnit.SECONDS)).isEqualTo("b");
			});
		});
	}

	private ApplicationContextRunner withLocks(BlockingQueue<String> told, Class<? extends LockRegistry<?>> type) {
		return listening(told).withBean("locks", LockRegistry.class, () -> BeanUtils.instantiateClass(type));
	}

	@Test
	@DisplayName("needs no table of locks where the application has locks that its instances share")
	void locksOfApplication() {
		this.updates.add("a");
		DefaultLockRegistry locks = new DefaultLockRegistry();
		this.runner.withBean("locks", LockRegistry.class, () -> (key) -> locks.obtain(key)).run((context) -> {
			assertThat(next()).isEqualTo("a");
			assertThat(isLeading(context)).isTrue();
			assertThat(context.getBeanFactory().containsSingleton(FeedJdbcConfiguration.LOCKS)).isFalse();
		});
	}

	@Test
	@DisplayName("tells once that nobody reads while the database is away, and goes on when it is there again")
	void databaseAway() {
		this.updates.add("a");
		try (LoggedEvents log = new LoggedEvents(ObservedLockRegistry.class.getName())) {
			this.runner.run((context) -> {
				HealthIndicator health = context.getBean(HealthIndicator.class);
				assertThat(next()).isEqualTo("a");
				await(() -> Long.valueOf(1).equals(health.health().getDetails().get("offset")));
				this.away.set(true);
				await(() -> !isLeading(context));
				assertThat(health.health().getDetails())
					.isEqualTo(Map.of("leader", false, "reason", SQLException.class.getName()));
				this.away.set(false);
				this.updates.add("b");
				assertThat(next()).isEqualTo("b");
				assertThat(health.health().getDetails()).doesNotContainKey("reason").containsEntry("leader", true);
			});
			assertThat(log.messages(Level.WARN)).hasSize(1)
				.first()
				.asString()
				.startsWith("Which instance reads changes cannot be agreed on at present, and none does until it can")
				.endsWith("connection refused");
			assertThat(log.messages(Level.INFO)).containsExactly("Which instance reads changes can be agreed on again");
		}
	}

	private static void await(BooleanSupplier state) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (!state.getAsBoolean() && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		assertThat(state.getAsBoolean()).isTrue();
	}

	private static boolean isLeading(ApplicationContext context) {
		return context.getBean(UpdateFeedEndpoint.class).isLeading();
	}

	private String next() throws InterruptedException {
		return this.told.poll(20, TimeUnit.SECONDS);
	}

	/**
	 * What a bean of the application is injected.
	 *
	 * @param locks locks
	 * @param stores stores
	 * @param sources sources
	 */
	record Injected(ObjectProvider<LockRegistry<?>> locks, ObjectProvider<ConcurrentMetadataStore> stores,
			ObjectProvider<UpdateMessageSource> sources) {

	}

}
