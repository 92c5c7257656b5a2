package io.contacthub.samples.migration;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.format.Blanks;
import io.contacthub.format.CsvFormat;
import io.contacthub.format.DocumentFormat;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.JsonLinesFormat;
import io.contacthub.format.UnreadableFileException;
import io.contacthub.json.ApiObject;
import io.contacthub.query.Field;
import picocli.CommandLine.Option;

/**
 * Options that say how a file is read.
 */
class FileOptions {

	private static final List<String> KEYS = List.of("externalId", "base.contacts.email", "id");

	private static final Pattern SPREADSHEET = Pattern.compile("(?i)\\.(xlsx?|xlsm|ods|numbers)$");

	/**
	 * What a column that is not read would hold: a field that all documents have.
	 */
	private static final String UNREAD = "id";

	@Option(names = "--column", paramLabel = "<header>=<field>",
			description = "CSV: the column of this header holds this field, such as mail=base.contacts.email.")
	private Map<String, String> columns = new LinkedHashMap<>();

	@Option(names = "--ignore", paramLabel = "<header>", description = "CSV: the column of this header is not read.")
	private List<String> ignored = List.of();

	@Option(names = "--charset", paramLabel = "<name>",
			description = "CSV: the encoding, such as windows-1252 (default: UTF-8).")
	private String charset;

	@Option(names = "--separator", paramLabel = "<character>",
			description = "CSV: what is between the cells (default: that of , ; and tab which the header has most).")
	private Character separator;

	@Option(names = "--formulas-escaped",
			description = "CSV: it was exported so, and ' is taken off what would be a formula.")
	private boolean formulasEscaped;

	@Option(names = "--key", paramLabel = "<field>", description = "Field that no two rows may share, or none "
			+ "(default: the first of externalId, base.contacts.email and id that is there).")
	private String key;

	/**
	 * Return the format of a file of customers, whose rows have a key.
	 */
	DocumentFormat<Customer> customers(Path file, Blanks blanks) {
		DocumentFormat<Customer> format = format(file, Customer.class, blanks);
		Optional<Field<?>> field = key(format, file);
		if (field.isEmpty()) {
			return format;
		}
		return (format instanceof CsvFormat<Customer> csv) ? csv.withKey(field.get())
				: ((JsonLinesFormat<Customer>) format).withKey(field.get());
	}

	DocumentFormat<Event> events(Path file) {
		return format(file, Event.class, Blanks.ABSENT);
	}

	/**
	 * Return the field that no two rows may share.
	 */
	Optional<Field<?>> key(DocumentFormat<Customer> format, Path file) {
		if ("none".equals(this.key)) {
			return Optional.empty();
		}
		if (this.key != null) {
			return Optional.of(Field.field(this.key));
		}
		if (!(format instanceof CsvFormat)) {
			return Optional.of(Field.field(KEYS.get(0)));
		}
		List<String> paths = columns(format, file).orElseThrow();
		return KEYS.stream().filter(paths::contains).findFirst().map((name) -> Field.field(name));
	}

	/**
	 * Return the paths of the columns; empty for JSON Lines, which have none.
	 */
	Optional<List<String>> columns(DocumentFormat<Customer> format, Path file) {
		if (!(format instanceof CsvFormat)) {
			return Optional.empty();
		}
		try (DocumentReader<Customer> reader = format.reader(file)) {
			return Optional.of(reader.columns());
		}
	}

	/**
	 * Return why a file cannot be read, with the option that mends it.
	 */
	MigrationException advised(UnreadableFileException failure, Path file) {
		return new MigrationException(ExitCode.UNREADABLE, UnreadableFileAdvice.of(failure, file, this.columns),
				failure);
	}

	private <T extends ApiObject> DocumentFormat<T> format(Path file, Class<T> type, Blanks blanks) {
		if (SPREADSHEET.matcher(file.toString()).find()) {
			throw new MigrationException(ExitCode.USAGE,
					file + " is a spreadsheet: save it as CSV UTF-8, and give that file.");
		}
		try {
			DocumentFormat<T> format = DocumentFormat.of(file, type);
			if (format instanceof CsvFormat<T> csv) {
				return with(csv.withBlanks(blanks));
			}
			if (!this.columns.isEmpty() || !this.ignored.isEmpty() || this.charset != null || this.separator != null
					|| this.formulasEscaped || blanks != Blanks.ABSENT) {
				throw new IllegalArgumentException("--column, --ignore, --charset, --separator, --formulas-escaped "
						+ "and --blanks are for CSV, and " + file + " is none.");
			}
			return format;
		}
		catch (IllegalArgumentException ex) {
			throw new MigrationException(ExitCode.USAGE, ex.getMessage(), ex);
		}
	}

	private <T extends ApiObject> CsvFormat<T> with(CsvFormat<T> format) {
		CsvFormat<T> csv = (this.charset != null) ? format.withCharset(charset()) : format;
		csv = csv.withFormulasEscaped(this.formulasEscaped);
		csv = (this.separator != null) ? csv.withSeparator(this.separator) : csv;
		for (String header : this.ignored) {
			// a column that is mapped must be there
			csv = (header.isBlank() ? csv : csv.withColumn(header, UNREAD)).withoutColumn(header);
		}
		for (Map.Entry<String, String> column : this.columns.entrySet()) {
			csv = with(csv, column.getKey(), column.getValue());
		}
		return csv;
	}

	private static <T extends ApiObject> CsvFormat<T> with(CsvFormat<T> format, String header, String path) {
		try {
			return format.withColumn(header, path);
		}
		catch (IllegalArgumentException ex) {
			String reason = String.valueOf(ex.getMessage());
			throw new IllegalArgumentException("--column " + Invocation.quoted(header + '=' + path) + ": "
					+ (path.isBlank() ? "" : path + ' ') + reason, ex);
		}
	}

	private Charset charset() {
		try {
			return Charset.forName(this.charset);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"--charset=" + this.charset + " is not known: windows-1252, for example.", ex);
		}
	}

	/**
	 * Return whether rows are meant by the ids that ContactHub gave the customers.
	 */
	boolean isById() {
		return "id".equals(this.key);
	}

	/**
	 * Add to what an import is begun with.
	 */
	void describe(Map<String, String> setup) {
		setup.put("--column", this.columns.toString());
		setup.put("--ignore", this.ignored.toString());
		setup.put("--charset", (this.charset != null) ? charset().name() : "null");
		setup.put("--separator", String.valueOf(this.separator));
		setup.put("--formulas-escaped", String.valueOf(this.formulasEscaped));
		setup.put("--key", String.valueOf(this.key));
	}

}
