package io.contacthub.event.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Table of the events of one publisher that wait or are being sent. Each method is part
 * of the present transaction. All times are those of the database.
 */
final class EventTable {

	/** The name of the table. */
	static final String NAME = "contacthub_event";

	private final JdbcClient jdbc;

	private final String publisher;

	EventTable(DataSource dataSource, String publisher) {
		this.jdbc = JdbcClient.create(dataSource);
		this.publisher = publisher;
	}

	/**
	 * Add an event, which is due at once.
	 */
	void add(AcceptedEvent event) {
		this.jdbc
			.sql("insert into contacthub_event (publisher, event, order_key, tracing_id, accepted_at, due_at, attempts)"
					+ " values (:publisher, :event, :key, :tracing, current_timestamp, current_timestamp, 0)")
			.param("publisher", this.publisher)
			.param("event", event.document())
			.param("key", event.orderKey())
			.param("tracing", event.tracingId())
			.update();
	}

	/**
	 * Return how many there are.
	 */
	long count() {
		return this.jdbc.sql("select count(*) from contacthub_event where publisher = ?")
			.param(this.publisher)
			.query(Long.class)
			.single();
	}

	/**
	 * Return when the oldest one was accepted, {@code null} when there is none.
	 */
	@Nullable Instant oldest() {
		return this.jdbc.sql("select min(accepted_at) from contacthub_event where publisher = ?")
			.param(this.publisher)
			.query((row, number) -> row.getObject(1, OffsetDateTime.class))
			.optional()
			.map(OffsetDateTime::toInstant)
			.orElse(null);
	}

	/**
	 * Return the id of the last one, 0 when there is none.
	 */
	long lastId() {
		return this.jdbc.sql("select coalesce(max(id), 0) from contacthub_event where publisher = ?")
			.param(this.publisher)
			.query(Long.class)
			.single();
	}

	/**
	 * Return whether there is one up to an id.
	 */
	boolean hasUpTo(long id) {
		return !this.jdbc.sql("select id from contacthub_event where publisher = ? and id <= ? limit 1")
			.params(this.publisher, id)
			.query(Long.class)
			.list()
			.isEmpty();
	}

}
