package io.contacthub.samples.desk.move;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * CSV in which the cells of some columns are changed, and everything else is as it was,
 * to the last byte. Where rows and cells end is found as the library does, also where
 * quotes are wrong.
 */
final class DayInput extends InputStream {

	/**
	 * The longest row that the library reads: the end of a quote is not looked for any
	 * further.
	 */
	private static final int LONGEST = 1 << 20;

	private static final byte[] MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private static final char QUOTE = '"';

	private final InputStream input;

	private final Charset charset;

	private final Predicate<String> columns;

	private final UnaryOperator<String> change;

	private final BitSet changed = new BitSet();

	private final char separator;

	private boolean header = true;

	private byte[] given;

	private int position;

	/**
	 * Look at the header.
	 * @param between what is between cells, {@code null} for what the header has most of
	 * @param columns tells the columns by their headings
	 * @param change changes the text of a cell, which it may leave as it is
	 */
	DayInput(InputStream input, Charset charset, Character between, Predicate<String> columns,
			UnaryOperator<String> change) throws IOException {
		this.input = new BufferedInputStream(input);
		this.charset = charset;
		this.columns = columns;
		this.change = change;
		this.given = beginning();
		this.separator = (between != null) ? between : separator();
	}

	/**
	 * Read what comes before the header: the mark of UTF-8, and empty lines.
	 */
	private byte[] beginning() throws IOException {
		ByteArrayOutputStream beginning = new ByteArrayOutputStream();
		this.input.mark(MARK.length);
		if (Arrays.equals(this.input.readNBytes(MARK.length), MARK)) {
			beginning.writeBytes(MARK);
		}
		else {
			this.input.reset();
		}
		this.input.mark(1);
		for (int letter = this.input.read(); isLineEnd(letter); letter = this.input.read()) {
			beginning.write(letter);
			this.input.mark(1);
		}
		this.input.reset();
		return beginning.toByteArray();
	}

	private char separator() throws IOException {
		int[] counts = new int[256];
		boolean quoted = false;
		this.input.mark(LONGEST + 1);
		int letter = this.input.read();
		for (int i = 0; letter >= 0 && i < LONGEST && (quoted || !isLineEnd(letter)); i++) {
			quoted = quoted != (letter == QUOTE);
			counts[letter] += quoted ? 0 : 1;
			letter = this.input.read();
		}
		this.input.reset();
		char most = ',';
		for (char candidate : new char[] { ';', '\t' }) {
			most = (counts[candidate] > counts[most]) ? candidate : most;
		}
		return most;
	}

	@Override
	public int read() throws IOException {
		return fill() ? this.given[this.position++] & 0xFF : -1;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (!fill()) {
			return -1;
		}
		int read = Math.min(length, this.given.length - this.position);
		System.arraycopy(this.given, this.position, target, offset, read);
		this.position += read;
		return read;
	}

	/**
	 * Read the next row when the present one is given.
	 * @return whether there is anything to give
	 */
	private boolean fill() throws IOException {
		if (this.position == this.given.length) {
			this.position = 0;
			this.given = row();
			this.header = false;
		}
		return this.position < this.given.length;
	}

	/**
	 * Read a row, or the first line of one that has no end, or whose quotes are wrong.
	 */
	private byte[] row() throws IOException {
		this.input.mark(LONGEST + 1);
		ByteArrayOutputStream row = new ByteArrayOutputStream();
		int column = 0;
		int read = 0;
		byte[] cell;
		do {
			cell = cell(LONGEST - read);
			if (cell == null) {
				this.input.reset();
				return line();
			}
			read += cell.length;
			row.writeBytes(look(cell, column++));
		}
		while (cell.length > 0 && cell[cell.length - 1] == this.separator);
		return row.toByteArray();
	}

	/**
	 * Read a cell with what ends it.
	 * @return the cell, {@code null} when it is too long, or its quotes are wrong
	 */
	private byte[] cell(int longest) throws IOException {
		ByteArrayOutputStream cell = new ByteArrayOutputStream();
		boolean quoted = false;
		boolean within = false;
		for (int letter = this.input.read(); letter >= 0; letter = this.input.read()) {
			boolean end = !within && isEnd(letter);
			// in a cell that does not begin with one, a quote is a letter
			boolean quote = letter == QUOTE && (quoted || cell.size() == 0);
			if (cell.size() == longest || (quoted && !within && !quote && !end && letter != ' ')) {
				return null;
			}
			quoted = quoted || quote;
			within = within != quote;
			cell.write(letter);
			if (end) {
				break;
			}
		}
		return within ? null : cell.toByteArray();
	}

	private byte[] line() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		boolean ended = false;
		while (!ended && line.size() < LONGEST) {
			int letter = this.input.read();
			if (letter < 0) {
				break;
			}
			line.write(letter);
			ended = isLineEnd(letter);
		}
		return line.toByteArray();
	}

	/**
	 * Look at a cell, and change it if it is in one of the columns.
	 */
	private byte[] look(byte[] read, int column) {
		if (!this.header && !this.changed.get(column)) {
			return read;
		}
		String cell = new String(read, this.charset);
		boolean ended = !cell.isEmpty() && isEnd(cell.charAt(cell.length() - 1));
		String content = ended ? cell.substring(0, cell.length() - 1) : cell;
		if (this.header) {
			this.changed.set(column, this.columns.test(text(content)));
			return read;
		}
		String text = text(content).strip();
		String other = this.change.apply(text);
		return other.equals(text) ? read : (other + cell.substring(content.length())).getBytes(this.charset);
	}

	private static String text(String content) {
		String quoted = content.strip();
		return (quoted.length() > 1 && quoted.charAt(0) == QUOTE)
				? quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"") : content;
	}

	private boolean isEnd(int letter) {
		return letter == this.separator || isLineEnd(letter);
	}

	private static boolean isLineEnd(int letter) {
		return letter == '\n' || letter == '\r';
	}

	@Override
	public void close() throws IOException {
		this.input.close();
	}

}
