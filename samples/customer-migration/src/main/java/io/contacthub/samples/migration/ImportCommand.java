package io.contacthub.samples.migration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

import io.contacthub.bulk.BulkSettings;
import io.contacthub.customer.Customer;
import io.contacthub.format.Blanks;
import io.contacthub.format.DocumentFormat;
import io.contacthub.format.Row;
import io.contacthub.format.UnreadableFileException;
import io.contacthub.json.ApiObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Command that writes the customers or events of a file to a node.
 */
@Command(name = "import", sortOptions = false, abbreviateSynopsis = true,
		description = "Write the customers or events of a file to the node.")
class ImportCommand implements Callable<Integer> {

	/**
	 * How many customers may be sent before that is written down once more. So many are
	 * looked up at most when the process was killed.
	 */
	private static final int LOOKAHEAD = 500;

	@ParentCommand
	private MigrationCommand migration;

	@Parameters(paramLabel = "<file>", description = "CSV (.csv, .tsv) or JSON Lines (.jsonl, .ndjson), also with .gz.")
	private Path file;

	@Option(names = "--events", description = "The file has events.")
	private boolean events;

	@Option(names = "--mode", paramLabel = "<mode>", defaultValue = "upsert",
			description = "Customers: upsert, insert, or patch, for which the file has their ids (default: upsert).")
	private Mode mode;

	@Option(names = "--only-changes",
			description = "Customers: read each one first, and send only what differs, or nothing.")
	private boolean onlyChanges;

	@Mixin
	private FileOptions format;

	@Option(names = "--blanks", paramLabel = "<meaning>", defaultValue = "absent",
			description = "CSV: an empty cell is absent, or with --mode=patch means to clear the field "
					+ "(default: absent).")
	private Blanks blanks;

	@Option(names = "--dry-run",
			description = "Check the file, and send nothing. What would be refused is in a file of its own, "
					+ "which the next dry run replaces.")
	private boolean dryRun;

	@Option(names = "--concurrency", paramLabel = "<number>", defaultValue = "16",
			description = "How many are written at the same time (default: 16).")
	private int concurrency;

	@Option(names = "--refused", paramLabel = "<file>",
			description = "Takes the rows that are refused (default: beside the file).")
	private Path refused;

	@Option(names = "--overwrite", description = "Replace the file of refused rows of an earlier import.")
	private boolean overwrite;

	@Option(names = "--max-refused", paramLabel = "<number>",
			description = "Stop after so many refused rows (default: when the first 100 are all refused).")
	private Long maxRefused;

	@Option(names = "--resume", description = "Go on where the import was stopped.")
	private boolean resume;

	@Option(names = "--restart", description = "Begin again, although it was stopped before.")
	private boolean restart;

	@Option(names = "--state", paramLabel = "<file>",
			description = "Keeps how far the import is (default: beside the file).")
	private Path state;

	@Option(names = "--index-lag", paramLabel = "<time>", defaultValue = "30s",
			description = "How long ContactHub's lists are behind; what may have been sent before the process was "
					+ "killed is looked up after that time (default: 30s).")
	private Duration indexLag;

	@Option(names = "--uncertain", paramLabel = "<what>", defaultValue = "send",
			description = "Events that may have been sent before the process was killed: send them again, or report "
					+ "them as refused (default: send).")
	private Uncertain uncertain;

	@Mixin
	private ProgressOptions progress;

	@Mixin
	private NodeOptions node;

	@Override
	public Integer call() {
		check();
		try {
			return this.events ? addEvents() : writeCustomers();
		}
		catch (UnreadableFileException ex) {
			throw this.format.advised(ex, this.file);
		}
	}

	private int addEvents() {
		return run(this.format.events(this.file),
				(connection) -> RowWriters.adding(connection, this.uncertain == Uncertain.SEND, settings()), (row) -> {
				});
	}

	private int writeCustomers() {
		DocumentFormat<Customer> documents = this.format.customers(this.file, this.blanks);
		boolean patches = this.mode == Mode.PATCH;
		MigrationException.refuse(patches
				&& this.format.columns(documents, this.file).filter((paths) -> !paths.contains("id")).isPresent(),
				"--mode=patch needs a column id.");
		return run(documents, this::customerWriters, (row) -> {
			if (patches) {
				RowWriters.change(row);
			}
		});
	}

	private void check() {
		MigrationException.refuse("-".equals(this.file.toString()),
				"import needs a file: it goes on where it was stopped, which a pipe cannot.");
		MigrationException.refuse(
				this.events && (this.mode != Mode.UPSERT || this.onlyChanges || this.blanks != Blanks.ABSENT),
				"--mode, --only-changes and --blanks are for customers, not for --events.");
		MigrationException.refuse(this.blanks == Blanks.CLEAR && this.mode != Mode.PATCH,
				"--blanks=clear needs --mode=patch: nothing else clears.");
		MigrationException.refuse(this.onlyChanges && this.mode == Mode.INSERT,
				"--only-changes is for customers that may be there, not for --mode=insert.");
		MigrationException.refuse(this.resume && this.restart, "--resume or --restart, not both.");
		MigrationException.refuse(this.concurrency < 1 || this.concurrency > 1000, "--concurrency is from 1 to 1000.");
	}

	private RowWriters<Customer> customerWriters(Connection connection) {
		return switch (this.mode) {
			case UPSERT -> RowWriters.upserting(connection, this.onlyChanges, this.format.isById(), settings());
			case INSERT -> RowWriters.inserting(connection, settings());
			case PATCH -> RowWriters.patching(connection, this.onlyChanges, settings());
		};
	}

	private BulkSettings settings() {
		return BulkSettings.defaults().withConcurrency(this.concurrency);
	}

	private <T extends ApiObject> int run(DocumentFormat<T> documents, Function<Connection, RowWriters<T>> writers,
			Consumer<Row<T>> check) {
		Path report = report();
		StateFile<ImportState> states = new StateFile<>((this.state != null) ? this.state
				: this.file.resolveSibling(this.file.getFileName() + ".import-state.json"), ImportState.class);
		Optional<ImportState> stopped = this.dryRun ? Optional.empty() : stopped(states);
		boolean disposable = this.overwrite || (this.dryRun && this.refused == null);
		MigrationException.refuse(stopped.isEmpty() && !disposable && RefusedFile.isTaken(report),
				report + " is there already: import it or delete it, replace it by --overwrite, "
						+ "or name another one by --refused.");
		ImportPlan<T> plan = new ImportPlan<>(this.file, documents, report, states, stopped,
				this.events ? this.concurrency : LOOKAHEAD,
				(this.events || this.mode == Mode.PATCH) ? Duration.ZERO : this.indexLag,
				Optional.ofNullable(this.maxRefused), this.progress.mode());
		if (this.dryRun) {
			return new DryRun<>(this.migration, plan, check).run();
		}
		try (Connection connection = this.migration.connect(this.node)) {
			Map<String, String> setup = setup(connection, report);
			stopped.ifPresent((before) -> MigrationException.checkSame(before.setup(), setup));
			return new ImportRun<>(this.migration, plan, setup).run(writers.apply(connection));
		}
	}

	private Path report() {
		if (this.refused != null) {
			return this.refused;
		}
		return this.dryRun ? RefusedFile.ofDryRun(this.file) : RefusedFile.beside(this.file);
	}

	private Optional<ImportState> stopped(StateFile<ImportState> states) {
		Optional<ImportState> stopped = states.read();
		MigrationException.refuse(stopped.isPresent() && !this.resume && !this.restart, "An import of " + this.file
				+ " was stopped before: go on with --resume, or begin again with --restart.");
		MigrationException.refuse(stopped.isEmpty() && this.resume, "There is nothing to resume: no import of "
				+ this.file + " was stopped, as far as " + states.path() + " tells.");
		return this.resume ? stopped : Optional.empty();
	}

	/**
	 * Return what an import must have in common with that which it goes on with.
	 */
	private Map<String, String> setup(Connection connection, Path report) {
		Map<String, String> setup = new LinkedHashMap<>();
		setup.put("node", connection.target());
		setup.put("file", this.file.getFileName().toString());
		setup.put("--refused", report.getFileName().toString());
		setup.put("--events", String.valueOf(this.events));
		setup.put("--mode", this.mode.name());
		setup.put("--only-changes", String.valueOf(this.onlyChanges));
		setup.put("--blanks", this.blanks.name());
		this.format.describe(setup);
		return setup;
	}

	/**
	 * How a customer is written.
	 */
	enum Mode {

		/** New, or else changed. */
		UPSERT,

		/** New, or else refused. */
		INSERT,

		/** Changed, by its id. */
		PATCH

	}

	/**
	 * What becomes of an event that may have been sent.
	 */
	enum Uncertain {

		/** It is sent again, and may be there twice. */
		SEND,

		/** It is reported as refused, and may be missing. */
		REPORT

	}

}
