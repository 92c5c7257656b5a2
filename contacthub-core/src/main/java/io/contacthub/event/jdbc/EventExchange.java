package io.contacthub.event.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Exchange of events with the table: what has come of some is noted there, and others are
 * leased.
 * <p>
 * All of that is one transaction, as long as none fails. After one that has failed, what
 * was sent is noted for itself, so that it is not sent again because of something else,
 * then the rest one by one.
 */
final class EventExchange {

	private static final Log logger = LogFactory.getLog(JdbcEventPublisher.class);

	private final EventTable table;

	private final TransactionOperations transactions;

	private final JdbcEventPublisherSettings settings;

	private final List<EventAttempt> pending = new ArrayList<>();

	/** Of which it is not known whether they are noted: the answer may have been lost. */
	private final Set<Long> uncertain = new HashSet<>();

	private boolean apart;

	private boolean told;

	EventExchange(EventTable table, TransactionOperations transactions, JdbcEventPublisherSettings settings) {
		this.table = table;
		this.transactions = transactions;
		this.settings = settings;
	}

	/**
	 * Have noted what has come of an event.
	 */
	void add(EventAttempt attempt) {
		this.pending.add(attempt);
	}

	/**
	 * Return what is to be noted.
	 */
	EventSettlement pending() {
		return new EventSettlement(this.pending);
	}

	/**
	 * Return of how many events something is to be noted.
	 */
	int size() {
		return this.pending.size();
	}

	/**
	 * Note what has come of events, and lease others.
	 * @param room for how many events there is room once all is noted
	 * @param late the ids of the events in hand whose lease has ended
	 */
	Outcome perform(int room, Collection<Long> late) {
		Outcome outcome = new Outcome(room);
		if (this.apart) {
			settleApart(outcome, late);
			if (!outcome.isAway()) {
				attempt(outcome, List.of(), () -> lease(outcome, this.pending.size(), late));
			}
		}
		else {
			List<EventAttempt> all = List.copyOf(this.pending);
			attempt(outcome, all, () -> {
				EventSettlement settlement = new EventSettlement(all);
				Set<Long> held = new HashSet<>(late);
				held.removeAll(ids(all));
				List<EventAttempt> refused = new ArrayList<>();
				this.transactions.executeWithoutResult((transaction) -> {
					refused.addAll(settlement.write(this.table, this.uncertain));
					outcome.claim = claim(room, held);
				});
				settled(outcome, settlement, all, refused);
			});
		}
		this.apart = outcome.failure != null;
		if (!this.apart) {
			this.uncertain.clear();
		}
		return outcome;
	}

	private void settleApart(Outcome outcome, Collection<Long> late) {
		Deque<List<EventAttempt>> groups = new ArrayDeque<>();
		List<EventAttempt> sent = this.pending.stream().filter((attempt) -> attempt.fate() == EventFate.SENT).toList();
		if (!sent.isEmpty()) {
			groups.add(sent);
		}
		this.pending.stream().filter((attempt) -> attempt.fate() != EventFate.SENT).map(List::of).forEach(groups::add);
		List<EventAttempt> failed = new ArrayList<>();
		while (!groups.isEmpty() && !outcome.isAway()) {
			List<EventAttempt> group = groups.remove();
			if (attempt(outcome, group, () -> settle(outcome, group))) {
				continue;
			}
			if (group.size() > 1) {
				group.stream().map(List::of).forEach(groups::add);
			}
			else {
				failed.addAll(group);
			}
		}
		if (!outcome.settled.isEmpty()) {
			// the database answers, but not for these: whoever has the lease next sees to
			// them
			failed.removeIf((attempt) -> !late.contains(attempt.claimed().id()));
			this.pending.removeAll(failed);
			outcome.settled.addAll(ids(failed));
		}
	}

	private boolean attempt(Outcome outcome, List<EventAttempt> group, Runnable action) {
		try {
			action.run();
			return true;
		}
		catch (Throwable ex) {
			outcome.claim = EventTable.Claim.NONE;
			outcome.failure = ex;
			this.uncertain.addAll(ids(group));
			return false;
		}
	}

	private void settle(Outcome outcome, List<EventAttempt> group) {
		EventSettlement settlement = new EventSettlement(group);
		try {
			settled(outcome, settlement, group, write(settlement));
		}
		catch (DataAccessException ex) {
			if (!settlement.refuses()) {
				throw ex;
			}
			EventSettlement instead = EventSettlement.ofPutOff(group);
			settled(outcome, instead, group, write(instead));
			tellOfStaying(ex);
		}
	}

	private List<EventAttempt> write(EventSettlement settlement) {
		List<EventAttempt> refused = new ArrayList<>();
		this.transactions
			.executeWithoutResult((transaction) -> refused.addAll(settlement.write(this.table, this.uncertain)));
		return refused;
	}

	private void tellOfStaying(DataAccessException failure) {
		if (!this.told) {
			this.told = true;
			logger.warn("Events that were refused cannot be moved to the table of those, stay, and are sent again: "
					+ DatabaseFailure.describe(failure));
		}
	}

	private void settled(Outcome outcome, EventSettlement settlement, List<EventAttempt> group,
			List<EventAttempt> refused) {
		this.pending.removeAll(group);
		outcome.settlements.add(settlement);
		outcome.settled.addAll(ids(group));
		outcome.refused.addAll(refused);
		if (!refused.isEmpty()) {
			this.told = false;
		}
	}

	private void lease(Outcome outcome, int taken, Collection<Long> late) {
		outcome.room = Math.max(0, outcome.room - taken);
		Set<Long> held = new HashSet<>(late);
		held.removeAll(outcome.settled);
		this.transactions.executeWithoutResult((transaction) -> outcome.claim = claim(outcome.room, held));
	}

	private EventTable.Claim claim(int room, Collection<Long> held) {
		return (room > 0) ? this.table.claim(room, this.settings.lease(), this.settings.maxAge(), held)
				: EventTable.Claim.NONE;
	}

	private static List<Long> ids(Collection<EventAttempt> attempts) {
		return attempts.stream().map((attempt) -> attempt.claimed().id()).toList();
	}

	/**
	 * What has come of an exchange, as far as it is committed.
	 */
	static final class Outcome {

		private final List<EventSettlement> settlements = new ArrayList<>();

		private final List<Long> settled = new ArrayList<>();

		private final List<EventAttempt> refused = new ArrayList<>();

		private EventTable.Claim claim = EventTable.Claim.NONE;

		private int room;

		private @Nullable Throwable failure;

		Outcome(int room) {
			this.room = room;
		}

		private boolean isAway() {
			return this.failure instanceof CannotCreateTransactionException;
		}

		/**
		 * Return what is noted.
		 */
		List<EventSettlement> settlements() {
			return this.settlements;
		}

		/**
		 * Return the ids of the events that are in hand no more.
		 */
		List<Long> settled() {
			return this.settled;
		}

		/**
		 * Return those that are among the refused ones now.
		 */
		List<EventAttempt> refused() {
			return this.refused;
		}

		/**
		 * Return what is leased.
		 */
		EventTable.Claim claim() {
			return this.claim;
		}

		/**
		 * Return why not all is committed, {@code null} when it is.
		 */
		@Nullable Throwable failure() {
			return this.failure;
		}

	}

}
