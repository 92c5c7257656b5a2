package io.contacthub.autoconfigure.jdbc;

import io.contacthub.autoconfigure.DurableEventPublisherFactory;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.contacthub.event.jdbc.JdbcEventPublisher;
import io.contacthub.event.jdbc.JdbcEventPublisherSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;

/**
 * Factory of publishers that keep their events in the database, which is checked once.
 */
class JdbcEventPublisherFactory implements DurableEventPublisherFactory, InitializingBean {

	private final EventDataSource source;

	JdbcEventPublisherFactory(EventDataSource source) {
		this.source = source;
	}

	@Override
	public void afterPropertiesSet() {
		this.source.check();
	}

	@Override
	public DurableEventPublisher create(EventRepository events, JdbcEventPublisherSettings settings,
			@Nullable EventPublisherListener listener) {
		return JdbcEventPublisher.create(this.source.dataSource(), this.source.transactionManager(), events, settings,
				listener);
	}

}
