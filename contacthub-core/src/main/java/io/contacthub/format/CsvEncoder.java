package io.contacthub.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.json.ApiObject;
import io.contacthub.json.MemberPath;
import org.jspecify.annotations.Nullable;

/**
 * Encoder that writes a document as a row of CSV.
 *
 * @param <T> the type of the documents
 */
final class CsvEncoder<T extends ApiObject> implements DocumentEncoder<T> {

	private static final String EXTENDED = "extended";

	private final CsvOptions options;

	private final List<CsvColumn> columns;

	private final CsvText csv;

	private final CharsetEncoder encoder;

	private long formulas;

	CsvEncoder(Class<T> type, CsvOptions options) {
		List<String> headers = (options.written != null) ? options.written
				: MemberPath.leaves(type).stream().map((names) -> String.join(".", names)).toList();
		this.options = options;
		this.columns = CsvHeader.columns(type, headers);
		this.csv = new CsvText((options.separator != null) ? options.separator : ',');
		this.encoder = options.charset.newEncoder();
	}

	@Override
	public byte[] header() {
		List<@Nullable String> headers = new ArrayList<>();
		this.columns.forEach((column) -> headers.add(column.header()));
		byte[] header = bytes(headers);
		if (!this.options.marked || !this.options.charset.equals(StandardCharsets.UTF_8)) {
			return header;
		}
		byte[] mark = RecordSplitter.mark();
		byte[] marked = Arrays.copyOf(mark, mark.length + header.length);
		System.arraycopy(header, 0, marked, mark.length, header.length);
		return marked;
	}

	@Override
	public byte[] encode(T document) {
		Map<String, @Nullable Object> members = document.toMap();
		if (document instanceof Customer customer && members.get(EXTENDED) instanceof String) {
			// which holds what was read from it
			members.put(EXTENDED, customer.extended().toMap());
		}
		List<@Nullable String> cells = new ArrayList<>();
		int found = 0;
		for (CsvColumn column : this.columns) {
			Object value = column.valueIn(members);
			String cell = column.write(value, this.options.listSeparator);
			if (cell != null && !(value instanceof Number)) {
				found += Formulas.isFormula(cell) ? 1 : 0;
				cell = this.options.formulasEscaped ? Formulas.escape(cell) : cell;
			}
			cells.add(cell);
		}
		byte[] row = bytes(cells);
		this.formulas += this.options.formulasEscaped ? 0 : found;
		return row;
	}

	private byte[] bytes(List<@Nullable String> cells) {
		try {
			ByteBuffer bytes = this.encoder.encode(CharBuffer.wrap(this.csv.record(cells)));
			return Arrays.copyOf(bytes.array(), bytes.remaining());
		}
		catch (CharacterCodingException ex) {
			this.encoder.reset();
			for (int i = 0; i < cells.size(); i++) {
				String cell = cells.get(i);
				if (cell != null && !this.encoder.canEncode(cell)) {
					throw new IllegalArgumentException("column '" + this.columns.get(i).header()
							+ "' holds a character that " + this.options.charset + " has not: write UTF-8", ex);
				}
			}
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public long formulas() {
		return this.formulas;
	}

}
