package io.contacthub.emulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Log of all changes of customers and events, in their order. A customer is in it at
 * once, an event when it can be read. Of what is removed it tells the id alone, which is
 * the least that ContactHub could tell.
 * <p>
 * Who reads the log needs no lock: an offset is told only when all updates up to it can
 * be found.
 */
final class UpdateLog implements ChangeListener {

	/**
	 * How many updates are kept at most.
	 */
	static final int CAPACITY = 200_000;

	/**
	 * How many of them may be changes of what was there: each may keep a document that
	 * nobody else has any more.
	 */
	static final int CHANGES = 50_000;

	private final InstantSource clock;

	private final ConcurrentNavigableMap<Long, LoggedUpdate> updates = new ConcurrentSkipListMap<>();

	/**
	 * The events that have a customer, but cannot be read yet, by their ids.
	 */
	private final Map<String, StoredEvent> pending = new HashMap<>();

	private final Queue<StoredEvent> due = new PriorityQueue<>(
			Comparator.comparing(StoredEvent::visibleFrom).thenComparing(StoredEvent::number));

	/**
	 * When the first event that is pending can be read, so that who reads looks at the
	 * events only then.
	 */
	private volatile Instant firstDue = Instant.MAX;

	private volatile long last;

	/**
	 * The last offset before everything was removed.
	 */
	private volatile long removed;

	private long first = 1;

	private int changes;

	private Instant lastTime = Instant.MIN;

	UpdateLog(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public synchronized void customerChanged(@Nullable StoredCustomer before, @Nullable StoredCustomer after) {
		Instant now = this.clock.instant();
		catchUp(now);
		if (after != null) {
			String operation = (before != null) ? LoggedUpdate.UPDATE : LoggedUpdate.CREATE;
			append(now, operation, LoggedUpdate.CUSTOMER, after.nodeId(), after.document());
		}
		else if (before != null) {
			append(now, LoggedUpdate.DELETE, LoggedUpdate.CUSTOMER, before.nodeId(),
					Json.object().put("id", before.id()).put("nodeId", before.nodeId()));
		}
	}

	@Override
	public synchronized void eventChanged(@Nullable StoredEvent before, @Nullable StoredEvent after) {
		Instant now = this.clock.instant();
		catchUp(now);
		boolean isLogged = before != null && before.nodeId() != null && this.pending.remove(before.id()) == null;
		if (before != null && isLogged) {
			changed(now, before, after);
		}
		else if (after != null && after.nodeId() != null) {
			this.pending.put(after.id(), after);
			this.due.add(after);
			catchUp(now);
		}
	}

	private void changed(Instant now, StoredEvent before, @Nullable StoredEvent after) {
		if (after == null) {
			append(now, LoggedUpdate.DELETE, before,
					Json.object().put("id", before.id()).put("customerId", before.customerId()));
		}
		else if (!after.document().equals(before.document())) {
			append(now, LoggedUpdate.UPDATE, after, after.document());
		}
	}

	/**
	 * Log every event that has a customer now, whatever its delay is.
	 */
	synchronized void catchUp() {
		catchUp(Instant.MAX);
	}

	private void catchUp(Instant until) {
		Instant now = this.clock.instant();
		for (StoredEvent next = this.due.peek(); next != null
				&& !next.visibleFrom().isAfter(until); next = this.due.peek()) {
			this.due.remove();
			// one that was changed or removed meanwhile is not there any more
			if (this.pending.remove(next.id(), next)) {
				boolean isPast = next.visibleFrom().isAfter(this.lastTime) && next.visibleFrom().isBefore(now);
				append(isPast ? next.visibleFrom() : now, LoggedUpdate.CREATE, next, next.document());
			}
		}
		StoredEvent next = this.due.peek();
		this.firstDue = (next != null) ? next.visibleFrom() : Instant.MAX;
	}

	private void append(Instant at, String operation, StoredEvent event, ObjectNode data) {
		append(at, operation, LoggedUpdate.EVENT, Objects.requireNonNull(event.nodeId()), data);
	}

	private void append(Instant at, String operation, String entity, String nodeId, ObjectNode data) {
		long offset = this.last + 1;
		LoggedUpdate update = new LoggedUpdate(offset, at, operation, entity, nodeId, data);
		this.updates.put(offset, update);
		this.changes += update.isChange() ? 1 : 0;
		while (offset - this.first >= CAPACITY || this.changes > CHANGES) {
			LoggedUpdate removed = this.updates.remove(this.first++);
			this.changes -= (removed != null && removed.isChange()) ? 1 : 0;
		}
		this.lastTime = at;
		this.last = offset;
	}

	/**
	 * Return the offset of the last update that can be read now, or of the last one that
	 * is not there any more, 0 if there was none.
	 */
	long last() {
		Instant now = this.clock.instant();
		if (!now.isBefore(this.firstDue)) {
			synchronized (this) {
				catchUp(now);
			}
		}
		return this.last;
	}

	/**
	 * Return the offset of the last update of some kind. If there is none, it is the last
	 * one before everything was removed, or 0.
	 */
	long last(Predicate<LoggedUpdate> kind) {
		return this.updates.headMap(last(), true)
			.descendingMap()
			.values()
			.stream()
			.filter(kind)
			.findFirst()
			.map(LoggedUpdate::offset)
			.orElse(this.removed);
	}

	/**
	 * Return the offset before the first update from some time on.
	 */
	long before(Instant time) {
		long last = last();
		return this.updates.headMap(last, true)
			.values()
			.stream()
			.filter((update) -> !update.at().isBefore(time))
			.findFirst()
			.map((update) -> update.offset() - 1)
			.orElse(last);
	}

	/**
	 * Return the updates of some kind behind an offset.
	 * @param offset the offset, itself excluded
	 * @param last the offset of the last update to return
	 * @param kind which updates
	 * @param size how many updates at most
	 */
	List<LoggedUpdate> read(long offset, long last, Predicate<LoggedUpdate> kind, int size) {
		return (offset < last)
				? this.updates.subMap(offset, false, last, true).values().stream().filter(kind).limit(size).toList()
				: List.of();
	}

	/**
	 * Remove all updates. Those that come get further offsets: who keeps the offset of
	 * the last one that was read misses none of them.
	 */
	synchronized void clear() {
		this.removed = this.last;
		this.first = this.last + 1;
		this.changes = 0;
		this.lastTime = Instant.MIN;
		this.updates.clear();
		this.pending.clear();
		this.due.clear();
		this.firstDue = Instant.MAX;
	}

}
