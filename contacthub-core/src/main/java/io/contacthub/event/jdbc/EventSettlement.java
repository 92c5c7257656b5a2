package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * What is to be noted in the table of what has come of some events.
 */
final class EventSettlement {

	private static final Log logger = LogFactory.getLog(JdbcEventPublisher.class);

	private final List<EventAttempt> sent = new ArrayList<>();

	private final List<EventAttempt> refused = new ArrayList<>();

	private final List<EventAttempt> putOff = new ArrayList<>();

	private final List<EventAttempt> untouched = new ArrayList<>();

	EventSettlement(List<EventAttempt> attempts) {
		attempts.forEach((attempt) -> listFor(attempt).add(attempt));
	}

	private List<EventAttempt> listFor(EventAttempt attempt) {
		return switch (attempt.fate()) {
			case SENT -> this.sent;
			case REFUSED -> this.refused;
			case PUT_OFF, PUT_OFF_WITH_ALL -> attempt.claimed().tooOld() ? this.refused : this.putOff;
			case UNTOUCHED -> this.untouched;
		};
	}

	/**
	 * Return that events stay, whatever is to become of them.
	 */
	static EventSettlement ofPutOff(List<EventAttempt> attempts) {
		EventSettlement settlement = new EventSettlement(List.of());
		settlement.putOff.addAll(attempts);
		return settlement;
	}

	/**
	 * Note it, in the present transaction.
	 * @param uncertain the ids of events for which that may be done already
	 * @return those that are among the refused ones now
	 */
	List<EventAttempt> write(EventTable table, Set<Long> uncertain) {
		if (!this.sent.isEmpty() && table.delete(claimed(this.sent)) < this.sent.size()
				&& this.sent.stream().anyMatch((attempt) -> !isGone(attempt, table, uncertain))) {
			logger.warn("Events were taken over by another process while they were sent, and come once more");
		}
		if (!this.untouched.isEmpty()) {
			table.release(claimed(this.untouched));
		}
		this.putOff.forEach(table::putOff);
		return this.refused.stream()
			.filter((attempt) -> table.refuse(attempt) || isGone(attempt, table, uncertain))
			.toList();
	}

	/**
	 * Return whether that was committed which seemed to have failed.
	 */
	private static boolean isGone(EventAttempt attempt, EventTable table, Set<Long> uncertain) {
		return uncertain.contains(attempt.claimed().id()) && !table.has(attempt.claimed().id());
	}

	private static List<ClaimedEvent> claimed(List<EventAttempt> attempts) {
		return attempts.stream().map(EventAttempt::claimed).toList();
	}

	/**
	 * Return how many were sent.
	 */
	int sent() {
		return this.sent.size();
	}

	/**
	 * Return whether one is to be moved to the refused ones.
	 */
	boolean refuses() {
		return !this.refused.isEmpty();
	}

	/**
	 * Return whether there are events that are due because of it: those that were not
	 * tried, and the next ones of customers.
	 */
	boolean wakes() {
		return !this.untouched.isEmpty() || Stream.concat(this.sent.stream(), this.refused.stream())
			.anyMatch((attempt) -> attempt.claimed().orderKey() != null);
	}

	/**
	 * Return how long it takes until one of those that were put off is due.
	 */
	Duration due() {
		return this.putOff.stream().map(EventAttempt::pause).min(Comparator.naturalOrder()).orElse(Duration.ofDays(1));
	}

}
