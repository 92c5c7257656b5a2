package io.contacthub.messaging.autoconfigure;

import java.time.Duration;

import javax.sql.DataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;
import org.springframework.integration.metadata.ConcurrentMetadataStore;

/**
 * Configuration of the tables of Spring Integration as the store of the feed. Its beans
 * are no candidates elsewhere, and are started early: they look for their tables then,
 * before anybody uses them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ JdbcMetadataStore.class, DependsOnDatabaseInitialization.class })
@ConditionalOnProperty(name = "contacthub.feed.store", havingValue = "jdbc")
@ConditionalOnSingleCandidate(DataSource.class)
class FeedJdbcConfiguration {

	static final String OFFSETS = "contactHubFeedMetadataStore";

	static final String LOCKS = "contactHubFeedLockRegistry";

	@Bean(name = OFFSETS, initMethod = "start", defaultCandidate = false)
	@ConditionalOnMissingBean(ConcurrentMetadataStore.class)
	@DependsOnDatabaseInitialization
	JdbcMetadataStore contactHubFeedMetadataStore(DataSource dataSource) {
		return new JdbcMetadataStore(dataSource);
	}

	/**
	 * Create the locks when they are asked for, which is when the application has none
	 * that its instances share.
	 */
	@Bean(name = LOCKS, defaultCandidate = false)
	@Lazy
	@DependsOnDatabaseInitialization
	JdbcLockRegistry contactHubFeedLockRegistry(DataSource dataSource, ApplicationContext context,
			ContactHubFeedProperties properties) {
		DefaultLockRepository repository = new DefaultLockRepository(dataSource);
		repository.setApplicationContext(context);
		repository.afterPropertiesSet();
		repository.afterSingletonsInstantiated();
		repository.start();
		return new DatabaseLocks(repository, properties.lockTtl());
	}

	/**
	 * Locks in a database, which are given back at the end.
	 */
	private static final class DatabaseLocks extends JdbcLockRegistry implements DisposableBean {

		private final DefaultLockRepository repository;

		DatabaseLocks(DefaultLockRepository repository, Duration timeToLive) {
			super(repository, timeToLive);
			this.repository = repository;
		}

		@Override
		public void destroy() {
			this.repository.close();
		}

	}

}
