package io.contacthub.messaging.autoconfigure;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.integration.support.locks.LockRegistry;

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

	@Bean(initMethod = "start", defaultCandidate = false)
	@ConditionalOnMissingBean(LockRegistry.class)
	@DependsOnDatabaseInitialization
	DefaultLockRepository contactHubFeedLockRepository(DataSource dataSource) {
		return new DefaultLockRepository(dataSource);
	}

	@Bean(name = LOCKS, defaultCandidate = false)
	@ConditionalOnMissingBean(LockRegistry.class)
	JdbcLockRegistry contactHubFeedLockRegistry(
			@Qualifier("contactHubFeedLockRepository") ObjectProvider<DefaultLockRepository> repository,
			ContactHubFeedProperties properties) {
		return new JdbcLockRegistry(repository.getObject(), properties.lockTtl());
	}

}
