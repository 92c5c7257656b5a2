package io.contacthub.samples.migration;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.bulk.BulkRun;
import io.contacthub.bulk.BulkStoppedException;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.customer.Customer;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.Row;
import io.contacthub.format.RowPosition;
import io.contacthub.format.UnreadableFileException;
import io.contacthub.json.ApiObject;

/**
 * An import from its beginning, or from where it was stopped, to its end or until it is
 * stopped.
 *
 * @param <T> the type of the documents
 */
final class ImportRun<T extends ApiObject> {

	private static final int ALL_REFUSED = 100;

	private final MigrationCommand migration;

	private final ImportPlan<T> plan;

	private final ImportState begin;

	private final Progress progress = new Progress("import", "rows", System::nanoTime);

	private ImportJournal journal;

	private DocumentReader<T> reader;

	private ProgressDisplay display;

	private long refusals;

	private boolean tooManyRefused;

	/**
	 * Whether the rows are those that may have been sent before.
	 */
	private boolean uncertain;

	private final List<Long> unknown = new ArrayList<>();

	ImportRun(MigrationCommand migration, ImportPlan<T> plan, Map<String, String> setup) {
		this.migration = migration;
		this.plan = plan;
		this.begin = plan.stopped()
			.orElseGet(
					() -> new ImportState(setup, RowPosition.START.toText(), 0, List.of(), Map.of(), 0, Instant.now()));
	}

	/**
	 * Import.
	 * @return the exit code
	 */
	int run(RowWriters<T> writers) {
		try (DocumentReader<T> rows = this.plan.format().reader(this.plan.file());
				RefusedFile refused = new RefusedFile(this.plan.refused(), rows, this.begin.refusedBytes())) {
			this.reader = rows;
			this.reader.resume(RowPosition.parse(this.begin.settled()));
			refused.discardRest();
			this.journal = new ImportJournal(this.plan.states(), this.begin, refused, this.plan.lookahead(),
					System::nanoTime);
			this.progress.withShare(this::share);
			try (ProgressDisplay shown = new ProgressDisplay(this.migration.console(), this.progress,
					this.plan.progress())) {
				this.display = shown;
				shown.start();
				write(writers);
			}
			return finish();
		}
		catch (IOException ex) {
			throw new MigrationException(ExitCode.UNWRITABLE,
					this.plan.refused() + " cannot be written (" + IoFailure.reason(ex) + ").", ex);
		}
	}

	/**
	 * Return the share of the rows that are decided; of what is compressed, of those that
	 * are read.
	 */
	private double share() {
		long bytes = ExportFile.isCompressed(this.plan.file()) ? this.reader.bytesRead()
				: this.journal.settled().bytes();
		return bytes / Math.max(1.0, this.reader.bytesTotal().orElse(1));
	}

	private void write(RowWriters<T> writers) {
		try {
			if (this.journal.sent() > this.journal.settled().rows()) {
				announceUncertain();
				if (!this.migration.interruption().await(untilIndexed())) {
					this.uncertain = true;
					write(writers.again(), new PendingRows<>(this.reader, this.journal, this.journal.sent()));
					this.uncertain = false;
					announceUnknown();
				}
			}
			if (!isStopped()) {
				write(writers.first(), new PendingRows<>(this.reader, this.journal, Long.MAX_VALUE));
			}
		}
		catch (BulkStoppedException ex) {
			this.display.close();
			this.journal.stop();
			say(FailureReport.meaning(ex) + (isAnyStored() ? "" : " Nothing was stored."));
			tellWhereNow();
			throw new MigrationException(ExitCode.CONTACTHUB, FailureReport.details(ex), ex);
		}
		catch (UnreadableFileException ex) {
			this.display.close();
			this.journal.stop();
			tellWhereNow();
			throw ex;
		}
	}

	private boolean isAnyStored() {
		return this.journal.sent() > this.journal.settled().rows()
				|| Stream.of(Kind.CREATED, Kind.UPDATED, Kind.ACCEPTED, Kind.FAILED)
					.anyMatch((kind) -> this.journal.count(kind) > 0);
	}

	private void tellWhereNow() {
		this.journal.unreported().forEach(this::say);
		tellWhere();
	}

	private void announceUncertain() {
		this.display.say("The import was killed: rows " + (this.journal.settled().rows() + 1) + " to "
				+ this.journal.sent() + ", from line " + (this.journal.settled().line() + 1)
				+ " on, may have been sent. They are looked at again" + (untilIndexed().isNegative() ? "."
						: " in " + (untilIndexed().toSeconds() + 1) + " s, when ContactHub's lists show them."));
	}

	/**
	 * Tell which of the rows that may have been sent could not be looked up.
	 */
	private void announceUnknown() {
		if (!this.unknown.isEmpty()) {
			this.display.say("These lines have no externalId to look them up by, and may be stored twice unless "
					+ "the workspace tells by other properties that they are there: "
					+ this.unknown.stream().map(String::valueOf).collect(Collectors.joining(", ")));
		}
	}

	private Duration untilIndexed() {
		return Duration.between(Instant.now(), this.begin.time().plus(this.plan.indexLag()));
	}

	private void write(BulkWriter<Row<T>> writer, Iterator<Row<T>> rows) {
		try (BulkRun<Row<T>> run = writer.write(rows)) {
			this.migration.interruption().onRequest(run::stop);
			this.progress.pausesWhile(() -> run.progress().paused());
			for (BulkOutcome<Row<T>> outcome : run) {
				decide(outcome);
				if (this.journal.failure() != null || hasTooManyRefused()) {
					run.stop();
				}
			}
		}
	}

	private void decide(BulkOutcome<Row<T>> outcome) {
		Row<T> row = outcome.item();
		if (outcome.failure() instanceof StoredBeforeException) {
			this.journal.decide(row, Kind.CREATED, null);
		}
		else {
			this.journal.decide(row, outcome.kind(), reason(outcome));
		}
		if (this.uncertain && outcome.kind() == Kind.CREATED && row.value() instanceof Customer customer
				&& customer.externalId() == null) {
			this.unknown.add(row.line());
		}
		if (outcome.kind() != Kind.NOT_DONE) {
			this.progress.row();
		}
		if (outcome.kind() == Kind.REFUSED) {
			this.refusals++;
			this.progress.problem();
		}
	}

	private static String reason(BulkOutcome<? extends Row<?>> outcome) {
		if (outcome.item().isRefused()) {
			return outcome.item().refusal();
		}
		return switch (outcome.kind()) {
			case REFUSED -> FailureReport.reason(outcome);
			case FAILED -> "failed, may have been stored: " + FailureReport.reason(outcome);
			default -> null;
		};
	}

	private boolean hasTooManyRefused() {
		this.tooManyRefused |= this.plan.maxRefused()
			.map((most) -> this.journal.count(Kind.REFUSED) >= most)
			.orElse(this.refusals >= ALL_REFUSED && this.refusals == this.progress.rows());
		return this.tooManyRefused;
	}

	private boolean isStopped() {
		return this.migration.interruption().isRequested() || this.tooManyRefused || this.journal.failure() != null;
	}

	private int finish() {
		if (!isStopped()) {
			this.journal.finish();
		}
		else {
			this.journal.stop();
		}
		if (this.journal.failure() != null) {
			return tellUnwritable();
		}
		if (this.tooManyRefused) {
			say("Too many rows were refused: "
					+ this.plan.maxRefused()
						.map((most) -> Progress.number(most) + ", as --max-refused says")
						.orElse("all of the first " + ALL_REFUSED + "; --max-refused=<number> allows more")
					+ ". See " + this.plan.refused() + ".");
		}
		if (isStopped()) {
			tellWhere();
			return (this.tooManyRefused ? ExitCode.CONTACTHUB : ExitCode.INTERRUPTED).code();
		}
		say(summary());
		boolean problems = this.journal.count(Kind.REFUSED) + this.journal.count(Kind.FAILED) > 0;
		if (problems) {
			say("They are in " + this.plan.refused() + ", each with its reason: mend them there and import that file.");
		}
		return (problems ? ExitCode.PROBLEMS : ExitCode.DONE).code();
	}

	private int tellUnwritable() {
		this.journal.unreported().forEach(this::say);
		say(this.plan.refused() + " cannot be written (" + IoFailure.reason(this.journal.failure())
				+ "): the rows above are not in it. Free space there.");
		tellWhere();
		return ExitCode.UNWRITABLE.code();
	}

	private void tellWhere() {
		say(summary());
		int behind = this.journal.behind();
		say("Stopped after line " + this.journal.settled().line()
				+ ((behind > 0) ? ", and " + behind + " behind it " + ((behind > 1) ? "are" : "is") + " done" : "")
				+ "; go on with: " + this.migration.again("--resume"));
	}

	private String summary() {
		return ImportSummary.of(this.journal::count, this.progress, this.plan.file(), this.reader);
	}

	private void say(String line) {
		this.migration.console().say(line);
	}

}
