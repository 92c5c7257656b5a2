package io.contacthub.samples.migration;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.format.Row;
import io.contacthub.format.RowPosition;

/**
 * What has become of the rows, and how far that is written down. It is written before a
 * row is sent that was not to be sent before, and every second; so that whenever the
 * process ends, the rows between those that are decided and those that may have been sent
 * are known.
 */
final class ImportJournal {

	private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

	private final StateFile<ImportState> file;

	private final Map<String, String> setup;

	private final RefusedFile refused;

	private final int lookahead;

	private final LongSupplier nanoTime;

	private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

	/**
	 * What was decided since the state was written last.
	 */
	private final List<Decision> recent = new ArrayList<>();

	private final TreeSet<Long> done = new TreeSet<>();

	/**
	 * Volatile, since those who show the progress ask for it, too.
	 */
	private volatile RowPosition settled;

	private RowPosition written;

	private long sent;

	/**
	 * The last row that may have been sent by a process that was killed, until all up to
	 * there are decided.
	 */
	private final long uncertain;

	/**
	 * Whether a row was met that is not decided, so that those behind it are counted one
	 * by one.
	 */
	private boolean gap;

	private IOException failure;

	private long writtenAt;

	private long durableAt;

	/**
	 * Create a journal.
	 * @param file where the state is kept
	 * @param state where the import was when it stopped
	 * @param refused takes the rows that are refused
	 * @param lookahead how many rows may be sent before the state is written again
	 * @param nanoTime the clock
	 */
	ImportJournal(StateFile<ImportState> file, ImportState state, RefusedFile refused, int lookahead,
			LongSupplier nanoTime) {
		this.file = file;
		this.setup = state.setup();
		this.refused = refused;
		this.lookahead = lookahead;
		this.nanoTime = nanoTime;
		this.settled = RowPosition.parse(state.settled());
		this.written = this.settled;
		this.sent = state.sent();
		this.uncertain = state.sent();
		this.done.addAll(state.done());
		state.counts().forEach((kind, count) -> this.counts.put(Kind.valueOf(kind), count));
		this.writtenAt = nanoTime.getAsLong();
		this.durableAt = this.writtenAt - INTERVAL;
	}

	/**
	 * Return whether a row was decided before the import was stopped.
	 */
	boolean isDone(long row) {
		return this.done.contains(row);
	}

	/**
	 * Have it written that a row may have been sent, before it is.
	 * @return whether it is to be sent: else nothing more can be reported
	 */
	boolean admit(long row) {
		if (row > this.sent && this.failure == null) {
			this.sent = row - 1 + this.lookahead;
			write();
		}
		return this.failure == null;
	}

	/**
	 * Note what has become of a row.
	 * @param row the row
	 * @param kind how it ended
	 * @param reason why it is to be reported, {@code null} if it is not
	 */
	void decide(Row<?> row, Kind kind, String reason) {
		if (kind == Kind.NOT_DONE) {
			this.gap = true;
			return;
		}
		Decision decision = new Decision(row.number(), row.line(), kind, reason);
		if (reason != null && this.failure == null) {
			try {
				this.refused.write(row, reason);
			}
			catch (IOException ex) {
				fail(ex);
			}
		}
		this.recent.add(decision);
		if (reason == null || this.failure == null) {
			this.counts.merge(kind, 1L, Long::sum);
		}
		if (this.failure != null) {
			this.gap = true;
		}
		if (!this.gap) {
			this.settled = row.position();
		}
		else if (reason == null || this.failure == null) {
			this.done.add(row.number());
		}
		if (this.failure == null && this.nanoTime.getAsLong() - this.writtenAt > INTERVAL) {
			write();
		}
	}

	/**
	 * Go back to what was written last: what has been given to the file of refused rows
	 * since then may not be there.
	 */
	private void fail(IOException failure) {
		this.failure = failure;
		this.gap = true;
		this.settled = this.written;
		for (Decision decision : this.recent) {
			if (decision.reason != null) {
				this.counts.merge(decision.kind, -1L, Long::sum);
				this.done.remove(decision.row);
			}
			else {
				this.done.add(decision.row);
			}
		}
	}

	/**
	 * Write down where the import is, when nothing more is on its way: then it is known
	 * what was sent, but for what an earlier process may have sent.
	 * @throws MigrationException when it cannot be written
	 */
	void stop() {
		if (this.failure == null) {
			this.sent = Math.max(this.settled.rows(), this.uncertain);
			write();
		}
		if (this.failure != null) {
			this.refused.cutBack();
			this.file.write(state(this.refused.length()), true);
		}
	}

	/**
	 * Leave no state behind, if all is reported.
	 * @throws MigrationException when it cannot be written
	 */
	void finish() {
		stop();
		if (this.failure == null) {
			this.file.delete();
		}
	}

	private void write() {
		long now = this.nanoTime.getAsLong();
		boolean durably = now - this.durableAt >= INTERVAL;
		long length;
		try {
			length = this.refused.flush(durably);
		}
		catch (IOException ex) {
			fail(ex);
			return;
		}
		this.file.write(state(length), durably);
		this.recent.clear();
		this.written = this.settled;
		this.writtenAt = now;
		this.durableAt = durably ? now : this.durableAt;
	}

	private ImportState state(long length) {
		Map<String, Long> kinds = new TreeMap<>();
		this.counts.forEach((kind, count) -> kinds.put(kind.name(), count));
		return new ImportState(this.setup, this.settled.toText(), this.sent, List.copyOf(doneBehind()), kinds, length,
				Instant.now());
	}

	private Set<Long> doneBehind() {
		return this.done.tailSet(this.settled.rows(), false);
	}

	/**
	 * Return how many rows behind the settled ones are decided as well.
	 */
	int behind() {
		return doneBehind().size();
	}

	long count(Kind kind) {
		return this.counts.getOrDefault(kind, 0L);
	}

	RowPosition settled() {
		return this.settled;
	}

	long sent() {
		return this.sent;
	}

	/**
	 * Return why the file of refused rows cannot be written, {@code null} as long as it
	 * can.
	 */
	IOException failure() {
		return this.failure;
	}

	/**
	 * Return what should have been reported there, line by line.
	 */
	List<String> unreported() {
		return (this.failure != null) ? this.recent.stream()
			.filter((decision) -> decision.reason != null)
			.map((decision) -> "line " + decision.line + ": " + decision.reason)
			.toList() : List.of();
	}

	private record Decision(long row, long line, Kind kind, String reason) {

	}

}
