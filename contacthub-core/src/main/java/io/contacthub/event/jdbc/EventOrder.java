package io.contacthub.event.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Order of the events of each customer in the table: only the first one is sent, and the
 * next one when that is gone. Without an order, none waits for another one.
 * <p>
 * Those behind one that waits are put off with it, so that nobody has to pass by all of
 * them to find what is due; each that goes wakes the next one.
 */
final class EventOrder {

	private static final String FIRST = " and (order_key is null or not exists (select 1 from contacthub_event earlier"
			+ " where earlier.publisher = candidate.publisher and earlier.order_key = candidate.order_key"
			+ " and earlier.id < candidate.id))";

	private final JdbcTemplate jdbc;

	private final EventDatabase database;

	private final String publisher;

	private final boolean kept;

	EventOrder(DataSource dataSource, EventDatabase database, String publisher, boolean kept) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.database = database;
		this.publisher = publisher;
		this.kept = kept;
	}

	/**
	 * Return the condition that an event can be sent, of one that is called
	 * {@code candidate}.
	 */
	String condition() {
		return this.kept ? FIRST : "";
	}

	/**
	 * Return what has those first that have been due longest. H2 reads them so by the
	 * index; told to, it would sort all that are due each time, since it does not use the
	 * index for that when it locks them.
	 */
	String oldestFirst() {
		return (this.database == EventDatabase.H2) ? "" : " order by due_at, id";
	}

	/**
	 * Have the present transaction find what is due by the index. Of a table that it does
	 * not know yet, PostgreSQL believes that it is better sorted as a whole each time.
	 */
	void prepare() {
		if (this.kept && this.database == EventDatabase.POSTGRESQL) {
			this.jdbc.queryForList(
					"select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)");
		}
	}

	/**
	 * Put those off that are behind one that was put off. Should that one be deleted by
	 * hand, they are due by themselves after an hour.
	 */
	void holdUp(ClaimedEvent first) {
		if (this.kept && first.orderKey() != null) {
			this.jdbc.update(
					"update contacthub_event set due_at = current_timestamp + interval '1' hour"
							+ " where publisher = ? and order_key = ? and id > ? and due_at <= current_timestamp",
					this.publisher, first.orderKey(), first.id());
		}
	}

	/**
	 * Have those due that are the next ones of their customers.
	 * @param gone the ones before them
	 */
	void goOn(Collection<ClaimedEvent> gone) {
		List<Object[]> keys = gone.stream()
			.map(ClaimedEvent::orderKey)
			.filter(Objects::nonNull)
			.distinct()
			.map((key) -> new Object[] { this.publisher, key })
			.toList();
		if (this.kept && !keys.isEmpty()) {
			this.jdbc.batchUpdate("update contacthub_event set due_at = current_timestamp where id ="
					+ " (select min(id) from contacthub_event where publisher = ? and order_key = ?)"
					+ " and lease_owner is null and due_at > current_timestamp", keys);
		}
	}

}
