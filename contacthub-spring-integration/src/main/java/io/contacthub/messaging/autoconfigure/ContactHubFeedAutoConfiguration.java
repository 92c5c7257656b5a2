package io.contacthub.messaging.autoconfigure;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import io.contacthub.messaging.ChangeListenerMessageHandler;
import io.contacthub.messaging.CustomerChangeListener;
import io.contacthub.messaging.EventChangeListener;
import io.contacthub.messaging.UpdateMessageSource;
import io.contacthub.messaging.UpdateSkipListener;
import io.contacthub.update.EntityType;
import io.contacthub.update.UpdateFilter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.integration.metadata.SimpleMetadataStore;
import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.integration.support.locks.PassThruLockRegistry;
import org.springframework.scheduling.support.PeriodicTrigger;

/**
 * Auto-configuration of the feed: the listeners of changes among the beans are called for
 * each, by one of the instances of the application. Without a listener, it has no beans.
 */
@AutoConfiguration(after = IntegrationAutoConfiguration.class,
		afterName = { "io.contacthub.autoconfigure.ContactHubAutoConfiguration",
				"org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration" })
@ConditionalOnBooleanProperty(name = "contacthub.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "contacthub.feed.enabled", matchIfMissing = true)
@Conditional(OnChangeListenerCondition.class)
@EnableConfigurationProperties(ContactHubFeedProperties.class)
@Import(FeedJdbcConfiguration.class)
public final class ContactHubFeedAutoConfiguration {

	private static final Log logger = LogFactory.getLog(ContactHubFeedAutoConfiguration.class);

	/** As long as the publishers have by default. */
	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(25);

	ContactHubFeedAutoConfiguration() {
	}

	@Bean(defaultCandidate = false)
	UpdateMessageSource contactHubFeedSource(ListableBeanFactory beans, ContactHubFeedProperties properties,
			ObjectProvider<ConcurrentMetadataStore> stores,
			@Qualifier(FeedJdbcConfiguration.OFFSETS) ObjectProvider<ConcurrentMetadataStore> database,
			ObjectProvider<CustomerChangeListener> customerListeners,
			ObjectProvider<EventChangeListener> eventListeners, ObjectProvider<UpdateSkipListener> skipListener) {
		new FeedPropertyChecks().check(properties);
		UpdateFilter filter = UpdateFilter.fromBeginning()
			.withNodeId(properties.nodeId())
			.withEntity(kind(customerListeners.stream().findAny().isPresent(),
					eventListeners.stream().findAny().isPresent()));
		UpdateMessageSource source = new UpdateMessageSource(
				FeedWorkspace.find(beans, properties.workspace()).updates(), filter,
				offsets(beans, properties, stores, database), "contacthub.updates." + properties.feed());
		source.setPageSize(properties.pageSize());
		source.setStart(properties.start());
		source.setMaxAttempts(properties.maxAttempts());
		source.setBackOff(properties.retry().settings());
		skipListener.ifAvailable(source::setSkipListener);
		return source;
	}

	private static @Nullable EntityType kind(boolean customers, boolean events) {
		if (customers && events) {
			return null;
		}
		return customers ? EntityType.CUSTOMER : EntityType.EVENT;
	}

	private static ConcurrentMetadataStore offsets(ListableBeanFactory beans, ContactHubFeedProperties properties,
			ObjectProvider<ConcurrentMetadataStore> stores, ObjectProvider<ConcurrentMetadataStore> database) {
		ConcurrentMetadataStore offsets = stores.getIfAvailable(database::getIfAvailable);
		if (offsets == null && properties.store() == ContactHubFeedProperties.Store.JDBC) {
			throw FeedConfigurationException.noDatabase(List.of(beans.getBeanNamesForType(DataSource.class)));
		}
		if (offsets == null || offsets instanceof SimpleMetadataStore) {
			logger.warn("The feed of changes keeps its offset in memory: it misses what changes between the end and "
					+ "the next start of the application, and of several instances each handles all changes. Set "
					+ "'contacthub.feed.store' to jdbc, or have a bean of type ConcurrentMetadataStore keep it");
		}
		return (offsets != null) ? offsets : new SimpleMetadataStore();
	}

	@Bean(defaultCandidate = false)
	UpdateFeedEndpoint contactHubFeedEndpoint(@Qualifier("contactHubFeedSource") UpdateMessageSource source,
			ContactHubFeedProperties properties, ObjectProvider<CustomerChangeListener> customerListeners,
			ObjectProvider<EventChangeListener> eventListeners) {
		ChangeListenerMessageHandler handler = new ChangeListenerMessageHandler(
				customerListeners.orderedStream().toList(), eventListeners.orderedStream().toList());
		DirectChannel channel = new DirectChannel();
		channel.setComponentName("contactHubFeed");
		channel.subscribe(handler);
		UpdateFeedEndpoint endpoint = new UpdateFeedEndpoint(source, properties.pollInterval(), STOP_TIMEOUT);
		endpoint.setOutputChannel(channel);
		endpoint.setTrigger(new PeriodicTrigger(properties.pollInterval()));
		endpoint.setPhase(FeedLeadership.ENDPOINT_PHASE);
		return endpoint;
	}

	@Bean
	FeedLeadership contactHubFeedLeadership(@Qualifier("contactHubFeedEndpoint") UpdateFeedEndpoint endpoint,
			ContactHubFeedProperties properties, ObjectProvider<ConcurrentMetadataStore> stores,
			ObjectProvider<LockRegistry<?>> locks,
			@Qualifier(FeedJdbcConfiguration.LOCKS) ObjectProvider<LockRegistry<?>> database,
			ApplicationEventPublisher publisher) {
		return new FeedLeadership(endpoint, locks(properties, stores, locks, database),
				"contacthub-feed." + properties.feed(), publisher);
	}

	/**
	 * Return the locks that instances share. Where each has an offset of its own, each
	 * has to read by itself.
	 */
	private static @Nullable LockRegistry<?> locks(ContactHubFeedProperties properties,
			ObjectProvider<ConcurrentMetadataStore> stores, ObjectProvider<LockRegistry<?>> locks,
			ObjectProvider<LockRegistry<?>> database) {
		List<ConcurrentMetadataStore> offsets = stores.stream().toList();
		boolean shared = offsets.isEmpty() ? properties.store() == ContactHubFeedProperties.Store.JDBC
				: offsets.stream().noneMatch(SimpleMetadataStore.class::isInstance);
		if (!shared) {
			return null;
		}
		LockRegistry<?> registry = locks.getIfAvailable();
		boolean withinProcess = registry instanceof DefaultLockRegistry || registry instanceof PassThruLockRegistry;
		return (registry != null && !withinProcess) ? registry : database.getIfAvailable();
	}

}
