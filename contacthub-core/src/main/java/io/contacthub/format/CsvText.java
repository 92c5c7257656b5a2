package io.contacthub.format;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import org.jspecify.annotations.Nullable;

/**
 * The text of a single record, and its cells. All that needs the library for CSV is here.
 */
final class CsvText {

	private final CsvReader.CsvReaderBuilder reader;

	private final StringWriter written = new StringWriter();

	private final CsvWriter writer;

	CsvText(char separator) {
		this.reader = CsvReader.builder()
			.fieldSeparator(separator)
			.commentStrategy(CommentStrategy.NONE)
			.skipEmptyLines(false)
			.allowExtraCharsAfterClosingQuote(false);
		this.writer = CsvWriter.builder()
			.fieldSeparator(separator)
			// there are no comments, for which it would put some texts into quotes
			.commentCharacter('\0')
			.quoteStrategy(QuoteStrategies.EMPTY)
			.lineDelimiter(LineDelimiter.LF)
			.bufferSize(0)
			.build(this.written);
	}

	/**
	 * Return the cells of a record.
	 * @param record its text, without the end of the line
	 * @throws RefusedRowException when it is not one record
	 */
	List<CsvCell> cells(String record) throws RefusedRowException {
		try {
			Iterator<List<CsvCell>> records = this.reader.build(new Cells(), record).iterator();
			List<CsvCell> cells = records.next();
			if (!records.hasNext()) {
				return cells;
			}
			throw new RefusedRowException("is more than one row: put cells that have several lines into quotes");
		}
		catch (CsvParseException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			throw new RefusedRowException("is no row of CSV: " + cause.getMessage());
		}
	}

	/**
	 * Return the text of a record with the end of its line.
	 * @param cells the cells, those that are null blank
	 */
	String record(List<@Nullable String> cells) {
		this.written.getBuffer().setLength(0);
		this.writer.writeRecord(cells);
		return this.written.toString();
	}

	/**
	 * Handler that collects the cells of a record.
	 */
	private static final class Cells extends AbstractBaseCsvCallbackHandler<List<CsvCell>> {

		private List<CsvCell> cells = new ArrayList<>();

		@Override
		protected void handleBegin(long startingLineNumber) {
			this.cells = new ArrayList<>();
		}

		@Override
		protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
			this.cells.add(new CsvCell(new String(buffer, offset, length), quoted));
		}

		@Override
		protected List<CsvCell> buildRecord() {
			return this.cells;
		}

	}

}
