package io.contacthub.autoconfigure.jdbc;

import io.contacthub.autoconfigure.DurableEventPublisherFactory;
import io.contacthub.autoconfigure.TraceIdSupplier;
import io.contacthub.client.IllegalSettingException;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventPublisherListener;
import io.contacthub.event.EventRepository;
import io.contacthub.event.jdbc.JdbcEventPublisher;
import io.contacthub.event.jdbc.JdbcEventPublisherSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * Factory of publishers that keep their events in the database. What they refuse of it is
 * told with lines to paste.
 */
class JdbcEventPublisherFactory implements DurableEventPublisherFactory {

	private final EventDataSource source;

	private final TraceIdSupplier traceIds;

	JdbcEventPublisherFactory(EventDataSource source, TraceIdSupplier traceIds) {
		this.source = source;
		this.traceIds = traceIds;
	}

	@Override
	public DurableEventPublisher create(EventRepository events, JdbcEventPublisherSettings settings,
			@Nullable EventPublisherListener listener) {
		try {
			return JdbcEventPublisher.create(this.source.dataSource(), this.source.transactionManager(), events,
					settings, listener, this.traceIds);
		}
		catch (IllegalSettingException ex) {
			throw switch (ex.setting()) {
				case "dataSource" -> EventStoreFailures.product(ex.value());
				case "transactions" -> this.source.noTransactionManager();
				default -> ex;
			};
		}
		catch (IllegalStateException ex) {
			if (ex.getCause() instanceof DataAccessException cause) {
				throw EventStoreFailures.noTable(String.valueOf(cause.getMostSpecificCause().getMessage()));
			}
			throw ex;
		}
	}

}
