package io.contacthub.event.jdbc;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Order of the events of each customer in the table: only the first one is sent, and the
 * next one when that is gone. Without an order, none waits for another one.
 * <p>
 * Those behind another one are held up as soon as somebody comes across them: they are
 * not due, so that nobody has to pass by all of them to find what is. Each that goes has
 * the next one due, whether or not an order is kept here, since it may be elsewhere.
 */
final class EventOrder {

	private static final String EARLIER = "exists (select 1 from contacthub_event earlier"
			+ " where earlier.publisher = candidate.publisher and earlier.order_key = candidate.order_key"
			+ " and earlier.id < candidate.id)";

	private static final String FIRST = " and (order_key is null or not " + EARLIER + ")";

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
	 * Return what has those first that have been due shortest, which are not to wait
	 * until a great many of one customer were held up. H2 reads them as before.
	 */
	String newestFirst() {
		return (this.database == EventDatabase.H2) ? "" : " order by due_at desc, id desc";
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
	 * Return whether there is an order.
	 */
	boolean isKept() {
		return this.kept;
	}

	/**
	 * Hold those up that are behind others. Should those be deleted by hand, these are
	 * due by themselves after about as long as they have waited already, some seconds at
	 * least and some minutes at most. They do not come back all together.
	 * @param locked the ids of events that the present transaction has locked: whoever
	 * deletes the one before has to wait, and has them due after that
	 */
	void holdUp(List<Long> locked) {
		this.jdbc.update("update contacthub_event candidate set due_at = least(current_timestamp + interval '5' minute,"
				+ " greatest(current_timestamp + interval '10' second,"
				+ " current_timestamp + (current_timestamp - accepted_at)))"
				+ " + cast(mod(id, 60) as int) * interval '1' second where id in ("
				+ String.join(", ", Collections.nCopies(locked.size(), "?")) + ") and order_key is not null and "
				+ EARLIER, locked.toArray());
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
			// in one order, as whoever else does it
			.sorted()
			.map((key) -> new Object[] { this.publisher, key })
			.toList();
		if (!keys.isEmpty()) {
			// also when it is due: somebody may be about to hold it up
			this.jdbc.batchUpdate("update contacthub_event set due_at = current_timestamp where id ="
					+ " (select min(id) from contacthub_event where publisher = ? and order_key = ?)"
					+ " and lease_owner is null", keys);
		}
	}

}
