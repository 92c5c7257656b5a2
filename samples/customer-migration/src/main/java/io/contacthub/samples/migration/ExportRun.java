package io.contacthub.samples.migration;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;

import io.contacthub.bulk.BulkRead;
import io.contacthub.format.CsvFormat;
import io.contacthub.format.DocumentWriter;
import io.contacthub.json.ApiObject;

import org.springframework.util.StreamUtils;

/**
 * An export from its beginning, or from where it was stopped, to its end or until it is
 * stopped.
 *
 * @param <T> the type of the documents
 */
final class ExportRun<T extends ApiObject> {

	private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

	private static final String BROKEN_PIPE = "Broken pipe";

	private final MigrationCommand migration;

	private final ExportPlan<T> plan;

	private final Progress progress;

	private final long before;

	private long keptAt;

	ExportRun(MigrationCommand migration, ExportPlan<T> plan) {
		this.migration = migration;
		this.plan = plan;
		this.progress = new Progress("export", plan.unit(), System::nanoTime);
		this.before = plan.stopped().map(ExportState::customers).orElse(0L);
	}

	/**
	 * Write what is read.
	 * @return the exit code
	 */
	int write(BulkRead<T> read) {
		this.progress.withShare(() -> share(read));
		try {
			return this.plan.file().isPresent() ? toFile(read) : toOutput(read);
		}
		catch (IOException ex) {
			if (this.plan.file().isEmpty() && BROKEN_PIPE.equals(ex.getMessage())) {
				throw new MigrationException(ExitCode.UNWRITABLE, "Nobody reads the output any more.", ex);
			}
			throw new MigrationException(ExitCode.UNWRITABLE,
					this.plan.name() + " cannot be written (" + IoFailure.reason(ex) + ")" + whereItIs(), ex);
		}
	}

	private double share(BulkRead<T> read) {
		long done = this.before + this.progress.rows();
		return read.progress().remaining().isPresent()
				? done / Math.max(1.0, done + read.progress().remaining().getAsLong()) : Double.NaN;
	}

	private int toOutput(BulkRead<T> read) throws IOException {
		DocumentWriter<T> writer = this.plan.format().writer(StreamUtils.nonClosing(this.migration.console().output()));
		boolean whole = copy(read, writer, () -> {
			// what is flushed is all that there is
		});
		writer.close();
		return end(whole, writer);
	}

	private int toFile(BulkRead<T> read) throws IOException {
		long length = this.plan.stopped().map(ExportState::bytes).orElse(0L);
		try (ExportFile file = ExportFile.open(this.plan.file().orElseThrow(), length)) {
			boolean headed = length > 0 && this.plan.format() instanceof CsvFormat;
			OutputStream output = headed ? new WithoutFirstLine(file.output()) : file.output();
			DocumentWriter<T> writer = this.plan.format().writer(output);
			boolean whole = copy(read, writer, () -> keep(read, file));
			if (whole) {
				writer.close();
				file.finish();
				this.plan.states().ifPresent(StateFile::delete);
			}
			return end(whole, writer);
		}
	}

	private boolean copy(BulkRead<T> read, DocumentWriter<T> writer, Checkpoint checkpoint) throws IOException {
		try (ProgressDisplay display = new ProgressDisplay(this.migration.console(), this.progress,
				this.plan.progress())) {
			display.start();
			Iterator<T> documents = read.iterator();
			this.keptAt = System.nanoTime();
			try {
				while (!this.migration.interruption().isRequested() && documents.hasNext()) {
					write(documents.next(), writer);
					this.progress.row();
					if (System.nanoTime() - this.keptAt > INTERVAL) {
						writer.flush();
						checkpoint.reach();
						this.keptAt = System.nanoTime();
					}
				}
			}
			finally {
				writer.flush();
				checkpoint.reach();
			}
			return !this.migration.interruption().isRequested();
		}
	}

	private void write(T document, DocumentWriter<T> writer) throws IOException {
		try {
			writer.write(document);
		}
		catch (IllegalArgumentException ex) {
			throw new MigrationException(ExitCode.USAGE, ex.getMessage(), ex);
		}
	}

	private void keep(BulkRead<T> read, ExportFile file) throws IOException {
		if (this.plan.states().isPresent() && read.position().isPresent()) {
			this.plan.states()
				.get()
				.write(new ExportState(this.plan.setup(), read.position().get(), this.before + this.progress.rows(),
						file.length()), false);
		}
	}

	private int end(boolean whole, DocumentWriter<T> writer) {
		Console console = this.migration.console();
		console.say(this.plan.name() + ": " + Progress.quantity(this.before + this.progress.rows(), this.plan.unit())
				+ ", in " + Progress.text(this.progress.elapsed()) + " ("
				+ Progress.number(Math.round(this.progress.rate())) + "/s).");
		if (!whole) {
			console.say("It is not whole" + whereItIs());
			return ExitCode.INTERRUPTED.code();
		}
		if (writer.formulas() > 0) {
			console.say(Progress.number(writer.formulas())
					+ " cells begin as formulas do: --formulas-escaped makes texts of them, before a spreadsheet opens them.");
		}
		return ExitCode.DONE.code();
	}

	private String whereItIs() {
		if (this.plan.file().isEmpty()) {
			return ".";
		}
		return (this.plan.states().isPresent() && this.plan.states().get().read().isPresent())
				? ": go on with: " + this.migration.again("--resume")
				: ": begin again with: " + this.migration.again("--restart");
	}

	/**
	 * What is done now and then.
	 */
	private interface Checkpoint {

		void reach() throws IOException;

	}

}
