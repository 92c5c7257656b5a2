package io.contacthub.samples.migration;

import java.io.IOException;
import java.util.function.Consumer;

import io.contacthub.format.DocumentReader;
import io.contacthub.format.Row;
import io.contacthub.json.ApiObject;

/**
 * An import that reads the file and sends nothing.
 *
 * @param <T> the type of the documents
 */
final class DryRun<T extends ApiObject> {

	private static final long WHOLE = -1;

	private final MigrationCommand migration;

	private final ImportPlan<T> plan;

	private final Consumer<Row<T>> check;

	private long refusals;

	/**
	 * Create a dry run.
	 * @param migration the command
	 * @param plan what would be imported
	 * @param check throws {@code IllegalArgumentException} for a row that could not be
	 * written
	 */
	DryRun(MigrationCommand migration, ImportPlan<T> plan, Consumer<Row<T>> check) {
		this.migration = migration;
		this.plan = plan;
		this.check = check;
	}

	/**
	 * Check the file.
	 * @return the exit code
	 */
	int run() {
		Progress progress = new Progress("dry run", "rows", System::nanoTime);
		long stoppedAfter;
		try (DocumentReader<T> rows = this.plan.format().reader(this.plan.file());
				RefusedFile refused = new RefusedFile(this.plan.refused(), rows, 0);
				ProgressDisplay display = new ProgressDisplay(this.migration.console(), progress,
						this.plan.progress())) {
			display.start();
			refused.discardRest();
			progress.withShare(() -> (double) rows.bytesRead() / Math.max(1, rows.bytesTotal().orElse(1)));
			while (rows.hasNext() && !this.migration.interruption().isRequested()) {
				Row<T> row = rows.next();
				progress.row();
				String refusal = refusal(row);
				if (refusal != null) {
					this.refusals++;
					progress.problem();
					refused.write(row, refusal);
				}
			}
			refused.flush(false);
			stoppedAfter = rows.hasNext() ? rows.position().line() : WHOLE;
		}
		catch (IOException ex) {
			throw new MigrationException(ExitCode.UNWRITABLE,
					this.plan.refused() + " cannot be written (" + IoFailure.reason(ex) + ").", ex);
		}
		String outcome = Progress.quantity(progress.rows() - this.refusals, "rows") + " would be sent, "
				+ Progress.number(this.refusals) + " would be refused"
				+ ((this.refusals > 0) ? ": see " + this.plan.refused() : "") + ". ";
		if (stoppedAfter != WHOLE) {
			this.migration.console()
				.say("Stopped after line " + stoppedAfter + ": up to there " + outcome
						+ "The rest was not checked. Nothing was sent.");
			return ExitCode.INTERRUPTED.code();
		}
		this.migration.console().say(this.plan.file().getFileName() + ": " + outcome + "Nothing was sent.");
		return ((this.refusals > 0) ? ExitCode.PROBLEMS : ExitCode.DONE).code();
	}

	private String refusal(Row<T> row) {
		if (row.isRefused()) {
			return row.refusal();
		}
		try {
			this.check.accept(row);
			return null;
		}
		catch (IllegalArgumentException ex) {
			return ex.getMessage();
		}
	}

}
