package io.contacthub.event.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javax.sql.DataSource;

import io.contacthub.event.EventBacklog;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Table of the events of one publisher that wait or are being sent. Each method is part
 * of the present transaction. All times are those of the database.
 */
final class EventTable {

	/** The name of the table. */
	static final String NAME = "contacthub_event";

	/** How many are looked at, or brought forward, by one statement. */
	private static final int BATCH = 500;

	/** How often a claim looks for events that are behind no others. */
	private static final int LOOKS = 4;

	private static final String IN = "current_timestamp + cast(:%s as bigint) * interval '0.001' second";

	/** No one else has taken the event over, because its lease has ended. */
	private static final String OWNED = " and lease_owner = :owner";

	private final JdbcClient jdbc;

	private final String publisher;

	private final String owner;

	private final EventOrder order;

	/**
	 * Create the table.
	 * @param owner who leases events, different for each process and publisher
	 */
	EventTable(DataSource dataSource, String publisher, String owner, EventOrder order) {
		this.jdbc = JdbcClient.create(dataSource);
		this.publisher = publisher;
		this.owner = owner;
		this.order = order;
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
	 * Return what is in the tables, as it is at one moment.
	 */
	EventBacklog backlog() {
		return this.jdbc
			.sql("select count(*), min(accepted_at), (select count(*) from contacthub_refused_event"
					+ " where publisher = :publisher) from contacthub_event where publisher = :publisher")
			.param("publisher", this.publisher)
			.query((row, number) -> new EventBacklog(row.getLong(1), instant(row.getObject(2, OffsetDateTime.class)),
					row.getLong(3)))
			.single();
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
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
		return !this.jdbc.sql("select id from contacthub_event where publisher = ? and id <= ? fetch first 1 row only")
			.params(this.publisher, id)
			.query(Long.class)
			.list()
			.isEmpty();
	}

	/**
	 * Return whether there is one of an id.
	 */
	boolean has(long id) {
		return !this.jdbc.sql("select id from contacthub_event where id = ?")
			.param(id)
			.query(Long.class)
			.list()
			.isEmpty();
	}

	/**
	 * Lease events that are due, those first that have been due longest. An event that is
	 * leased is not due before the lease ends, whoever has it.
	 * @param limit how many at most
	 * @param lease how long
	 * @param maxAge the age from which one is too old, {@code null} when there is none
	 * @param except the ids of events that are not leased again though their lease has
	 * ended
	 * @return the events
	 */
	Claim claim(int limit, Duration lease, @Nullable Duration maxAge, Collection<Long> except) {
		this.order.prepare();
		List<ClaimedEvent> claimed = new ArrayList<>();
		int looks = this.order.isKept() ? LOOKS : 1;
		boolean more = true;
		for (int look = 0; look < looks && more && claimed.size() < limit; look++) {
			// most find what they look for at once; the others look at many
			int size = (look == 0) ? limit : BATCH;
			boolean last = look > 0 && look == looks - 1;
			List<Long> due = lock(size, except, last ? this.order.newestFirst() : this.order.oldestFirst());
			more = due.size() == size;
			if (!due.isEmpty()) {
				List<ClaimedEvent> found = read(due, limit - claimed.size(), maxAge);
				lease(found, lease);
				claimed.addAll(found);
				if (found.size() < due.size()) {
					this.order.holdUp(due);
				}
			}
		}
		return new Claim(claimed, more);
	}

	/**
	 * Lock events that are due, one by one: nobody waits for the other. Those that are
	 * behind others can be told by another statement only, which sees what was deleted
	 * before these were locked.
	 */
	private List<Long> lock(int limit, Collection<Long> except, String sorted) {
		return this.jdbc
			.sql("select id from contacthub_event where publisher = :publisher and due_at <= current_timestamp"
					+ (except.isEmpty() ? "" : " and id not in (:except)") + sorted
					+ " fetch first :limit rows only for update skip locked")
			.param("publisher", this.publisher)
			.param("except", except)
			.param("limit", limit)
			.query(Long.class)
			.list();
	}

	private List<ClaimedEvent> read(List<Long> ids, int limit, @Nullable Duration maxAge) {
		return this.jdbc
			.sql("select id, event, order_key, tracing_id, attempts,"
					+ " accepted_at <= current_timestamp - cast(:maxAge as bigint) * interval '0.001' second as too_old"
					+ " from contacthub_event candidate where id in (:ids)" + this.order.condition()
					+ " order by due_at, id fetch first :limit rows only")
			.param("maxAge", (maxAge != null) ? maxAge.toMillis() : null, Types.BIGINT)
			.param("ids", ids)
			.param("limit", limit)
			.query(EventTable::read)
			.list();
	}

	private void lease(List<ClaimedEvent> events, Duration lease) {
		if (!events.isEmpty()) {
			this.jdbc
				.sql("update contacthub_event set lease_owner = :owner, due_at = " + IN.formatted("lease")
						+ " where id in (:ids)")
				.param("owner", this.owner)
				.param("lease", lease.toMillis())
				.param("ids", ids(events))
				.update();
		}
	}

	private static ClaimedEvent read(ResultSet row, int number) throws SQLException {
		return new ClaimedEvent(row.getLong("id"), row.getString("event"), row.getString("order_key"),
				row.getString("tracing_id"), row.getInt("attempts"), row.getBoolean("too_old"));
	}

	/**
	 * Delete events that are done with.
	 * @return how many of them were still leased
	 */
	int delete(Collection<ClaimedEvent> events) {
		int deleted = this.jdbc.sql("delete from contacthub_event where id in (:ids)" + OWNED)
			.param("ids", ids(events))
			.param("owner", this.owner)
			.update();
		this.order.goOn(events);
		return deleted;
	}

	private static List<Long> ids(Collection<ClaimedEvent> events) {
		return events.stream().map(ClaimedEvent::id).toList();
	}

	/**
	 * Give events back that were not sent: they are due at once.
	 */
	void release(Collection<ClaimedEvent> events) {
		this.jdbc
			.sql("update contacthub_event set due_at = current_timestamp, lease_owner = null where id in (:ids)"
					+ OWNED)
			.param("ids", ids(events))
			.param("owner", this.owner)
			.update();
	}

	/**
	 * Put an event off that failed.
	 */
	void putOff(EventAttempt attempt) {
		this.jdbc
			.sql("update contacthub_event set due_at = " + IN.formatted("pause")
					+ ", attempts = attempts + 1, failure = :failure, lease_owner = null where id = :id" + OWNED)
			.param("pause", attempt.pause().toMillis())
			.param("failure", attempt.reason())
			.param("id", attempt.claimed().id())
			.param("owner", this.owner)
			.update();
	}

	/**
	 * Move an event to the refused ones.
	 * @return whether it was still leased
	 */
	boolean refuse(EventAttempt attempt) {
		// locked, so that nobody takes it over between the two statements
		if (this.jdbc.sql("select id from contacthub_event where id = :id" + OWNED + " for update")
			.param("id", attempt.claimed().id())
			.param("owner", this.owner)
			.query(Long.class)
			.list()
			.isEmpty()) {
			return false;
		}
		this.jdbc
			.sql("insert into contacthub_refused_event (publisher, event, order_key, tracing_id, accepted_at,"
					+ " refused_at, attempts, status, reason) select publisher, event, order_key, tracing_id,"
					+ " accepted_at, current_timestamp, attempts + 1, cast(:status as int),"
					+ " cast(:reason as varchar(1000)) from contacthub_event where id = :id" + OWNED)
			.param("status", attempt.status(), Types.INTEGER)
			.param("reason", attempt.reason())
			.param("id", attempt.claimed().id())
			.param("owner", this.owner)
			.update();
		return delete(List.of(attempt.claimed())) > 0;
	}

	/**
	 * Have events due at once that wait for their next attempt, and those that are held
	 * up though there is none before them.
	 * @param id the last one for which that is done
	 */
	void bringForward(long id) {
		bringForward(id, " and attempts > 0");
		bringForward(id, " and attempts = 0 and order_key is not null order by id");
	}

	private void bringForward(long id, String which) {
		// locked one by one, so that nobody waits for the other
		List<Long> ids = this.jdbc
			.sql("select id from contacthub_event where publisher = :publisher and id <= :id"
					+ " and lease_owner is null and due_at > current_timestamp" + which
					+ " fetch first :limit rows only for update skip locked")
			.param("publisher", this.publisher)
			.param("id", id)
			.param("limit", BATCH)
			.query(Long.class)
			.list();
		if (!ids.isEmpty()) {
			this.jdbc
				.sql("update contacthub_event candidate set due_at = current_timestamp where id in (:ids)"
						+ this.order.condition())
				.param("ids", ids)
				.update();
		}
	}

	/**
	 * Events that were leased.
	 *
	 * @param events the events
	 * @param more whether there may be more that are due
	 */
	record Claim(List<ClaimedEvent> events, boolean more) {

		/** None, since nobody has looked. */
		static final Claim NONE = new Claim(List.of(), false);

	}

}
