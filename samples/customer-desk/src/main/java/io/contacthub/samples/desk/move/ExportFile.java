package io.contacthub.samples.desk.move;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.contacthub.customer.Customer;
import io.contacthub.customer.Tags;
import io.contacthub.format.CsvFormat;
import io.contacthub.format.DocumentWriter;
import io.contacthub.format.JsonLinesFormat;

/**
 * File that customers are exported into.
 *
 * @param format the format
 * @param name the name of the file
 * @param headings what the columns are called, if it has any
 * @param locale the language and country of who will open it
 */
record ExportFile(ExportFormat format, String name, List<String> headings, Locale locale) {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	/**
	 * Begin the file.
	 * @param output where it is written to
	 */
	DocumentWriter<Customer> writer(OutputStream output) throws IOException {
		if (this.format == ExportFormat.JSONL) {
			return JsonLinesFormat.of(Customer.class).writer(output);
		}
		CsvFormat<Customer> csv = CsvFormat.of(Customer.class)
			.withColumns(CustomerColumns.WRITTEN.toArray(String[]::new))
			.withSeparator(separator())
			.withFormulasEscaped(true);
		output.write((BYTE_ORDER_MARK + header()).getBytes(StandardCharsets.UTF_8));
		// the header is there already
		return csv.writer(output).append();
	}

	/**
	 * Return a customer as it is written. A list that is empty is written as JSON, which
	 * people do not expect in a cell.
	 */
	Customer row(Customer customer) {
		return (this.format == ExportFormat.JSONL) ? customer : customer.withTags(ExportFile::filled);
	}

	private static Tags filled(Tags tags) {
		Tags manual = tags.manual().isEmpty() ? tags.withoutManual() : tags;
		return manual.auto().isEmpty() ? manual.withoutAuto() : manual;
	}

	private String header() {
		StringWriter line = new StringWriter();
		try (CsvWriter header = CsvWriter.builder().fieldSeparator(separator()).build(line)) {
			header.writeRecord(this.headings);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return line.toString();
	}

	/**
	 * Return what separates the cells where the file opens by a double click: a semicolon
	 * where the comma is in numbers.
	 */
	private char separator() {
		return List.of("it", "de").contains(this.locale.getLanguage()) ? ';' : ',';
	}

}
