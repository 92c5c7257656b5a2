package io.contacthub.samples.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.contacthub.bulk.BulkRead;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import io.contacthub.format.CsvFormat;
import io.contacthub.format.DocumentFormat;
import io.contacthub.json.ApiObject;
import io.contacthub.query.Field;
import io.contacthub.query.Projection;
import io.contacthub.query.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Command that writes the customers or events of a node into a file.
 */
@Command(name = "export", sortOptions = false, abbreviateSynopsis = true,
		description = "Write the customers or events of the node into a file. JSON Lines have all of them; CSV has columns.")
class ExportCommand implements Callable<Integer> {

	private static final String OUTPUT = "-";

	@ParentCommand
	private MigrationCommand migration;

	@Parameters(paramLabel = "<file>",
			description = "JSON Lines (.jsonl, .ndjson) or CSV (.csv, .tsv), also with .gz; - for the output.")
	private Path file;

	@Option(names = "--events", description = "Events, all of the node.")
	private boolean events;

	@Option(names = "--format", paramLabel = "<format>", defaultValue = "jsonl",
			description = "Format of the output: jsonl or csv (default: jsonl).")
	private String format;

	@Option(names = "--fields", paramLabel = "<field>", split = ",",
			description = "Only these fields, such as externalId,base.contacts.email; "
					+ "in CSV extended.points:number for numbers.")
	private List<String> fields = List.of();

	@Option(names = "--separator", paramLabel = "<character>",
			description = "CSV: what is between the cells (default: a comma).")
	private Character separator;

	@Option(names = "--formulas-escaped",
			description = "CSV for spreadsheets: ' is put before what they may take for a formula.")
	private boolean formulasEscaped;

	@Mixin
	private QueryOptions query;

	@Option(names = "--overwrite", description = "Replace the file, if it is there.")
	private boolean overwrite;

	@Option(names = "--resume", description = "Go on where the export of customers was stopped.")
	private boolean resume;

	@Option(names = "--restart", description = "Begin again, although it was stopped before.")
	private boolean restart;

	@Mixin
	private ProgressOptions progress;

	@Mixin
	private NodeOptions node;

	@Override
	public Integer call() {
		MigrationException.refuse(this.events && !this.query.isEmpty(),
				"--tag and --registered-… are for customers, not for --events.");
		MigrationException.refuse(this.resume && this.restart, "--resume or --restart, not both.");
		MigrationException.refuse(!isOutput() && !this.overwrite && Files.exists(this.file),
				this.file + " is there already: replace it by --overwrite, or name another file.");
		Path parent = this.file.getParent();
		if (parent != null && !Files.isDirectory(parent)) {
			throw new MigrationException(ExitCode.UNWRITABLE, "The folder " + parent + " does not exist: make it.");
		}
		return this.events ? exportEvents(format(Event.class)) : exportCustomers(format(Customer.class));
	}

	private boolean isOutput() {
		return OUTPUT.equals(this.file.toString());
	}

	private int exportEvents(DocumentFormat<Event> documents) {
		MigrationException.refuse(this.resume, "An export of events cannot be resumed: begin again without --resume.");
		ExportPlan<Event> plan = new ExportPlan<>("events", documents, target(), Optional.empty(), Map.of(),
				Optional.empty(), this.progress.mode());
		try (Connection connection = this.migration.connect(this.node);
				BulkRead<Event> all = connection.events().read(EventFilter.ofNode())) {
			return new ExportRun<>(this.migration, plan).write(all);
		}
	}

	private int exportCustomers(DocumentFormat<Customer> documents) {
		Query customers = this.query.query();
		Optional<StateFile<ExportState>> states = states();
		Optional<ExportState> stopped = stopped(states);
		try (Connection connection = this.migration.connect(this.node)) {
			Map<String, String> setup = setup(connection);
			stopped.ifPresent((state) -> MigrationException.checkSame(state.setup(), setup));
			ExportPlan<Customer> plan = new ExportPlan<>("customers", documents, target(), states, setup, stopped,
					this.progress.mode());
			try (BulkRead<Customer> read = connection.customers()
				.read(customers, projection(), stopped.map(ExportState::position).orElse(null))) {
				return new ExportRun<>(this.migration, plan).write(read);
			}
		}
	}

	private Optional<Path> target() {
		return isOutput() ? Optional.empty() : Optional.of(this.file);
	}

	/**
	 * Return what keeps how far the export is, where it can go on: the output cannot, and
	 * neither can what is compressed.
	 */
	private Optional<StateFile<ExportState>> states() {
		return target().filter((path) -> !ExportFile.isCompressed(path))
			.map((path) -> new StateFile<>(path.resolveSibling(path.getFileName() + ".export-state.json"),
					ExportState.class));
	}

	private Optional<ExportState> stopped(Optional<StateFile<ExportState>> states) {
		Optional<ExportState> stopped = states.flatMap(StateFile::read);
		MigrationException.refuse(stopped.isPresent() && !this.resume && !this.restart, "An export to " + this.file
				+ " was stopped before: go on with --resume, or begin again with --restart.");
		MigrationException.refuse(stopped.isEmpty() && this.resume,
				"There is nothing to resume: begin again without --resume.");
		return this.resume ? stopped : Optional.empty();
	}

	private <T extends ApiObject> DocumentFormat<T> format(Class<T> type) {
		try {
			DocumentFormat<T> documents = DocumentFormat.of(isOutput() ? Path.of("output." + this.format) : this.file,
					type);
			if (documents instanceof CsvFormat<T> csv) {
				CsvFormat<T> escaped = csv.withFormulasEscaped(this.formulasEscaped);
				CsvFormat<T> separated = (this.separator != null) ? escaped.withSeparator(this.separator) : escaped;
				return this.fields.isEmpty() ? separated : separated.withColumns(this.fields.toArray(String[]::new));
			}
			MigrationException.refuse(this.separator != null || this.formulasEscaped,
					"--separator and --formulas-escaped are for CSV, and " + this.file + " is none.");
			return documents;
		}
		catch (IllegalArgumentException ex) {
			throw new MigrationException(ExitCode.USAGE, ex.getMessage(), ex);
		}
	}

	private Projection projection() {
		return this.fields.isEmpty() ? null
				: Projection.of(this.fields.stream()
					.map((field) -> Field.field(field.replaceFirst(":.*", "")))
					.toArray(Field<?>[]::new));
	}

	private Map<String, String> setup(Connection connection) {
		Map<String, String> setup = new LinkedHashMap<>();
		setup.put("node", connection.target());
		setup.put("--fields", String.join(",", this.fields));
		setup.put("--separator", String.valueOf(this.separator));
		setup.put("--formulas-escaped", String.valueOf(this.formulasEscaped));
		this.query.describe(setup);
		return setup;
	}

}
