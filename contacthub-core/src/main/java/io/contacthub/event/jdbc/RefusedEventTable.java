package io.contacthub.event.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import io.contacthub.event.RefusedEvent;
import io.contacthub.event.RefusedEvents;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.Assert;

/**
 * Table of the events of one publisher that ContactHub will not take.
 */
final class RefusedEventTable implements RefusedEvents {

	/** The name of the table. */
	static final String NAME = "contacthub_refused_event";

	private static final String OF_PUBLISHER = " from contacthub_refused_event where publisher = :publisher";

	/** How many are moved by one statement. */
	private static final int BATCH = 500;

	private final JdbcClient jdbc;

	private final CallerTransactions transactions;

	private final String publisher;

	private final Runnable changed;

	/**
	 * Create the table.
	 * @param transactions those of callers, where there is one
	 * @param changed is told when events were replayed or deleted
	 */
	RefusedEventTable(DataSource dataSource, CallerTransactions transactions, String publisher, Runnable changed) {
		this.jdbc = JdbcClient.create(dataSource);
		this.transactions = transactions;
		this.publisher = publisher;
		this.changed = changed;
	}

	@Override
	public long count() {
		return this.transactions.read((transaction) -> this.jdbc.sql("select count(*)" + OF_PUBLISHER)
			.param("publisher", this.publisher)
			.query(Long.class)
			.single());
	}

	@Override
	public List<RefusedEvent> findAfter(long id, int limit) {
		Assert.isTrue(limit > 0, () -> "limit is " + limit + ": give how many at most, 1 or more");
		return this.transactions.read((transaction) -> this.jdbc
			.sql("select id, event, accepted_at, refused_at, attempts, status, reason" + OF_PUBLISHER
					+ " and id > :id order by id fetch first :limit rows only")
			.param("publisher", this.publisher)
			.param("id", id)
			.param("limit", limit)
			.query(RefusedEventTable::read)
			.list());
	}

	private static RefusedEvent read(ResultSet row, int number) throws SQLException {
		return new RefusedEvent(row.getLong("id"), row.getString("event"), instant(row, "accepted_at"),
				instant(row, "refused_at"), row.getInt("attempts"), row.getObject("status", Integer.class),
				row.getString("reason"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	@Override
	public int replayAll() {
		return this.transactions.write((transaction) -> {
			long last = this.jdbc.sql("select coalesce(max(id), 0)" + OF_PUBLISHER)
				.param("publisher", this.publisher)
				.query(Long.class)
				.single();
			int replayed = 0;
			List<Long> ids;
			do {
				ids = this.jdbc
					.sql("select id" + OF_PUBLISHER
							+ " and id <= :last order by id fetch first :limit rows only for update skip locked")
					.param("publisher", this.publisher)
					.param("last", last)
					.param("limit", BATCH)
					.query(Long.class)
					.list();
				replayed += move(ids);
			}
			while (!ids.isEmpty());
			return replayed;
		}, this.changed);
	}

	@Override
	public int replay(long... ids) {
		return this.transactions.write((transaction) -> {
			int replayed = 0;
			for (int i = 0; i < ids.length; i += BATCH) {
				// what is moved is locked first, so that nobody else moves it too
				replayed += move(this.jdbc.sql("select id" + OF_PUBLISHER + " and id in (:ids) order by id for update")
					.param("publisher", this.publisher)
					.param("ids", batch(ids, i))
					.query(Long.class)
					.list());
			}
			return replayed;
		}, this.changed);
	}

	private int move(List<Long> ids) {
		if (ids.isEmpty()) {
			return 0;
		}
		this.jdbc
			.sql("insert into contacthub_event (publisher, event, order_key, tracing_id, accepted_at, due_at, attempts)"
					+ " select publisher, event, order_key, tracing_id, accepted_at, current_timestamp, 0"
					+ OF_PUBLISHER + " and id in (:ids) order by id")
			.param("publisher", this.publisher)
			.param("ids", ids)
			.update();
		return delete(ids);
	}

	@Override
	public int delete(long... ids) {
		return this.transactions.write((transaction) -> {
			int deleted = 0;
			for (int i = 0; i < ids.length; i += BATCH) {
				deleted += delete(batch(ids, i));
			}
			return deleted;
		}, this.changed);
	}

	private int delete(List<Long> ids) {
		return this.jdbc.sql("delete" + OF_PUBLISHER + " and id in (:ids)")
			.param("publisher", this.publisher)
			.param("ids", ids)
			.update();
	}

	private static List<Long> batch(long[] ids, int from) {
		return Arrays.stream(ids, from, Math.min(ids.length, from + BATCH)).boxed().toList();
	}

}
