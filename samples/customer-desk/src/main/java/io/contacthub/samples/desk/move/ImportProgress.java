package io.contacthub.samples.desk.move;

import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.bulk.BulkProgress;

/**
 * How far an import is.
 *
 * @param rows how many rows the file has
 * @param done how many of them are decided
 * @param created how many were taken as new customers
 * @param updated how many customers were changed
 * @param unchanged how many customers are so already
 * @param refused how many were refused
 * @param unknown how many may have been stored
 * @param notDone how many were left when it was stopped
 * @param secondsLeft how long it takes still at this rate, {@code null} while nobody
 * knows
 * @param paused whether ContactHub is away, or has asked for patience
 */
record ImportProgress(long rows, long done, long created, long updated, long unchanged, long refused, long unknown,
		long notDone, Long secondsLeft, boolean paused) {

	static ImportProgress none(long rows) {
		return new ImportProgress(rows, 0, 0, 0, 0, 0, 0, 0, null, false);
	}

	static ImportProgress of(BulkProgress progress, long rows, long notDone) {
		double rate = progress.rate();
		Long secondsLeft = (rate > 0) ? Math.round(Math.ceil((rows - progress.done()) / rate)) : null;
		return new ImportProgress(rows, progress.done(), progress.count(Kind.CREATED), progress.count(Kind.UPDATED),
				progress.count(Kind.UNCHANGED), progress.count(Kind.REFUSED), progress.count(Kind.FAILED), notDone,
				secondsLeft, progress.paused());
	}

	/**
	 * Return how many rows are stored as the file has them.
	 */
	public long imported() {
		return this.created + this.updated + this.unchanged;
	}

	/**
	 * Return how many rows were certainly not imported.
	 */
	public long left() {
		return this.refused + this.notDone;
	}

}
