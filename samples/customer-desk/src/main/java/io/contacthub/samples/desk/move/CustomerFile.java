package io.contacthub.samples.desk.move;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerFields;
import io.contacthub.format.CsvFormat;
import io.contacthub.format.DocumentFormat;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.JsonLinesFormat;
import io.contacthub.format.UnreadableFileException;

import org.springframework.util.StringUtils;

/**
 * File that was uploaded, and how it is read.
 *
 * @param path where it is
 * @param name what it is called
 * @param type what it is
 * @param options how it is read
 */
record CustomerFile(Path path, String name, FileType type, ReadingOptions options) {

	private static final int MOST_COLUMNS = 300;

	CustomerFile with(ReadingOptions changed) {
		return new CustomerFile(this.path, this.name, this.type, changed);
	}

	/**
	 * Open the file.
	 * @throws UnreadableFileException when it cannot be read as a whole
	 */
	DocumentReader<Customer> reader() {
		DayOrder order = (this.options.days() != null) ? this.options.days() : DayOrder.YEAR;
		return reader(order::read);
	}

	/**
	 * Open the file.
	 * @param days changes the days, or looks at them
	 * @throws UnreadableFileException when it cannot be read as a whole
	 */
	DocumentReader<Customer> reader(UnaryOperator<String> days) {
		DocumentReader<Customer> reader = reader(false, days);
		if (this.type == FileType.JSON_LINES || reader.columns().contains(CustomerFields.EXTERNAL_ID.path())) {
			reader.close();
			return reader(true, days);
		}
		return reader;
	}

	private DocumentReader<Customer> reader(boolean keyed, UnaryOperator<String> days) {
		try {
			// a stream of a channel would be closed by an interrupt
			InputStream input = new FileInputStream(this.path.toFile());
			return format(keyed).reader(this.type.hasColumns() ? withDays(input, days) : input, this.name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private InputStream withDays(InputStream input, UnaryOperator<String> days) throws IOException {
		Character separator = (this.type == FileType.TABS) ? Character.valueOf('\t') : this.options.separator();
		return new DayInput(input, this.options.charset(), separator, (heading) -> CustomerFields.BASE.DOB.path()
			.equals(this.options.columns().getOrDefault(heading, heading)), days);
	}

	private DocumentFormat<Customer> format(boolean keyed) {
		if (this.type == FileType.JSON_LINES) {
			return JsonLinesFormat.of(Customer.class).withKey(CustomerFields.EXTERNAL_ID);
		}
		CsvFormat<Customer> csv = CsvFormat.of(Customer.class)
			.withCharset(this.options.charset())
			.withFormulasEscaped(true);
		if (this.type == FileType.TABS) {
			csv = csv.withSeparator('\t');
		}
		else if (this.options.separator() != null) {
			csv = csv.withSeparator(this.options.separator());
		}
		for (Map.Entry<String, String> column : this.options.columns().entrySet()) {
			csv = StringUtils.hasText(column.getValue()) ? csv.withColumn(column.getKey(), column.getValue())
					: csv.withoutColumn(column.getKey());
		}
		return keyed ? csv.withKey(CustomerFields.EXTERNAL_ID) : csv;
	}

	/**
	 * Return this file with a field for each column whose heading does not name one by
	 * itself: the field that its heading means, or none. What is wrong otherwise is told
	 * by {@link #reader()}.
	 */
	CustomerFile fitted(ColumnHeadings headings) {
		CustomerFile present = this;
		for (int i = 0; i < MOST_COLUMNS; i++) {
			try (DocumentReader<Customer> reader = present.reader(false, UnaryOperator.identity())) {
				return present.withName(reader.columns()).withoutKept(reader.columns());
			}
			catch (UnreadableFileException ex) {
				String heading = ex.column();
				Map<String, String> columns = new LinkedHashMap<>(present.options.columns());
				if (ex.kind() != UnreadableFileException.Kind.UNKNOWN_FIELD || heading == null
						|| columns.containsKey(heading)) {
					return present;
				}
				columns.put(heading, present.field(heading, headings));
				present = present.with(columns);
			}
		}
		return present;
	}

	private CustomerFile with(Map<String, String> columns) {
		return with(this.options.with(columns));
	}

	private String field(String heading, ColumnHeadings headings) {
		// what only resembles a field would be a guess
		String field = headings.path(heading).orElse("");
		return this.options.columns().containsValue(field) ? "" : field;
	}

	/**
	 * Read a column that is just called a name as the one of both names that no other
	 * column has.
	 */
	private CustomerFile withName(List<String> fields) {
		boolean first = fields.contains(CustomerFields.BASE.FIRST_NAME.path());
		boolean last = fields.contains(CustomerFields.BASE.LAST_NAME.path());
		Map<String, String> columns = new LinkedHashMap<>(this.options.columns());
		columns.entrySet()
			.stream()
			.filter((column) -> first != last && column.getKey().strip().equalsIgnoreCase("name"))
			.filter((column) -> column.getValue().isEmpty())
			.findFirst()
			.ifPresent((column) -> column
				.setValue((first ? CustomerFields.BASE.LAST_NAME : CustomerFields.BASE.FIRST_NAME).path()));
		return with(columns);
	}

	/**
	 * Leave out what is ContactHub's own.
	 */
	private CustomerFile withoutKept(List<String> fields) {
		Map<String, String> columns = new LinkedHashMap<>(this.options.columns());
		fields.stream()
			.filter((field) -> CustomerColumns.isKeptByContactHub(field) && !columns.containsValue(field))
			.toList()
			.forEach((field) -> columns.put(field, ""));
		columns.replaceAll((heading, field) -> CustomerColumns.isKeptByContactHub(field) ? "" : field);
		return with(columns);
	}

}
