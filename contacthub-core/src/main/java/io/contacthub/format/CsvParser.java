package io.contacthub.format;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Parser of a row of CSV.
 *
 * @param <T> the type of the documents
 */
final class CsvParser<T extends ApiObject> implements RowParser<T> {

	private final Class<T> type;

	private final CsvOptions options;

	private final CsvText csv;

	private final RecordDecoder decoder;

	private final List<@Nullable CsvColumn> columns;

	private final List<String> headers;

	private final boolean marked;

	CsvParser(Class<T> type, CsvOptions options, CsvText csv, RecordDecoder decoder, List<@Nullable CsvColumn> columns,
			List<String> headers, boolean marked) {
		this.type = type;
		this.options = options;
		this.csv = csv;
		this.decoder = decoder;
		this.columns = columns;
		this.headers = headers;
		this.marked = marked;
	}

	@Override
	public Row.Content<T> parse(RawRecord row) throws RefusedRowException {
		List<CsvCell> cells = this.csv.cells(this.decoder.decode(row.bytes()));
		int leading = this.columns.size() - this.headers.size();
		if (cells.size() != this.columns.size()) {
			throw new RefusedRowException(
					"has " + count(Math.max(cells.size() - leading, 0)) + ", the header " + this.headers.size());
		}
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		List<String> faults = new ArrayList<>();
		String faulty = null;
		boolean blank = true;
		for (int i = 0; i < cells.size(); i++) {
			CsvColumn column = this.columns.get(i);
			if (column != null) {
				blank = blank && cells.get(i).isBlank();
				try {
					read(column, cells.get(i), document);
				}
				catch (IllegalArgumentException ex) {
					faults.add("column '" + column.header() + "': " + ex.getMessage());
					faulty = (faulty != null) ? faulty : column.header();
				}
			}
		}
		if (!faults.isEmpty()) {
			throw new RefusedRowException(String.join("; ", faults), faulty);
		}
		if (blank || document.isEmpty()) {
			throw new RefusedRowException("has no value in any column");
		}
		return content(document);
	}

	private static String count(int cells) {
		return (cells == 1) ? "1 cell" : cells + " cells";
	}

	private void read(CsvColumn column, CsvCell cell, Map<String, @Nullable Object> document) {
		if (cell.isBlank()) {
			if (this.options.blanks == Blanks.CLEAR) {
				column.put(document, null);
			}
			return;
		}
		String text = this.options.formulasEscaped ? Formulas.unescape(cell.text()) : cell.text();
		if (!text.isEmpty()) {
			column.put(document, column.read(text, this.options.listSeparator));
		}
		else if (column.member().isText()) {
			column.put(document, "");
		}
	}

	private Row.Content<T> content(Map<String, @Nullable Object> members) throws RefusedRowException {
		try {
			JsonObject document = Members.plain(members, this.type);
			return new Row.Content<>(document, Members.read(document, this.type));
		}
		catch (IllegalArgumentException ex) {
			throw new RefusedRowException(String.valueOf(ex.getMessage()));
		}
	}

	@Override
	public List<String> columns() {
		return this.columns.stream().filter(Objects::nonNull).map(CsvColumn::path).toList();
	}

	@Override
	public byte[] refusalHeader() {
		ByteArrayOutputStream header = new ByteArrayOutputStream();
		if (this.marked) {
			header.writeBytes(RecordSplitter.mark());
		}
		List<@Nullable String> cells = new ArrayList<>(List.of("#line", "#reason"));
		cells.addAll(this.headers);
		header.writeBytes(this.csv.record(cells).getBytes(this.decoder.charset()));
		return header.toByteArray();
	}

	@Override
	public byte[] refusal(RawRecord row, String reason) {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		String before = this.csv.record(List.of(Long.toString(row.line()), reason, "."));
		line.writeBytes(before.substring(0, before.length() - 2).getBytes(this.decoder.charset()));
		line.write(row.bytes(), row.body(), row.bytes().length - row.body());
		line.write('\n');
		return line.toByteArray();
	}

	@Override
	public RecordDecoder decoder() {
		return this.decoder;
	}

}
