package io.contacthub.samples.desk.move;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * CSV in which the cells of some columns are changed, and everything else is as it was,
 * to the last byte.
 */
final class DayInput extends InputStream {

	private static final char QUOTE = '"';

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final InputStream input;

	private final Charset charset;

	private final UnaryOperator<String> change;

	private final BitSet changed = new BitSet();

	private char separator = '\n';

	private byte[] given;

	private int position;

	private int column;

	/**
	 * Read the header.
	 * @param between what is between cells, {@code null} for what the header has most of
	 * @param columns tells the columns by their headings
	 * @param change changes the text of a cell, which it may leave as it is
	 */
	DayInput(InputStream input, Charset charset, Character between, Predicate<String> columns,
			UnaryOperator<String> change) throws IOException {
		this.input = new BufferedInputStream(input);
		this.charset = charset;
		this.change = change;
		this.given = cell(true);
		String header = new String(this.given, charset);
		this.separator = (between != null) ? between : separator(header);
		int number = 0;
		for (String heading : headings(header)) {
			this.changed.set(number++, columns.test(heading));
		}
	}

	private static char separator(String header) {
		char most = ',';
		for (char candidate : new char[] { ';', '\t' }) {
			if (count(header, candidate) > count(header, most)) {
				most = candidate;
			}
		}
		return most;
	}

	private static long count(String header, char candidate) {
		return header.chars().filter((letter) -> letter == candidate).count();
	}

	private List<String> headings(String header) {
		List<String> headings = new ArrayList<>();
		StringBuilder heading = new StringBuilder();
		boolean quoted = false;
		for (char letter : (header.stripTrailing() + this.separator).toCharArray()) {
			quoted = quoted != (letter == QUOTE);
			if (letter == this.separator && !quoted) {
				headings.add(heading.toString());
				heading.setLength(0);
			}
			else if (letter != QUOTE && letter != BYTE_ORDER_MARK) {
				heading.append(letter);
			}
		}
		return headings;
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
	 * Read the next cell when the present one is given.
	 * @return whether there is anything to give
	 */
	private boolean fill() throws IOException {
		if (this.position == this.given.length && this.position > 0) {
			this.column = (this.given[this.position - 1] == this.separator) ? this.column + 1 : 0;
			this.position = 0;
			this.given = cell(false);
			if (this.changed.get(this.column)) {
				change();
			}
		}
		return this.position < this.given.length;
	}

	private void change() {
		String cell = new String(this.given, this.charset);
		boolean ended = !cell.isEmpty() && isEnd(cell.charAt(cell.length() - 1));
		String content = ended ? cell.substring(0, cell.length() - 1) : cell;
		String text = content.replace(String.valueOf(QUOTE), "").strip();
		String other = this.change.apply(text);
		if (!other.equals(text)) {
			this.given = (other + cell.substring(content.length())).getBytes(this.charset);
		}
	}

	/**
	 * Read a cell, or the header as a whole, with what ends it.
	 */
	private byte[] cell(boolean header) throws IOException {
		ByteArrayOutputStream cell = new ByteArrayOutputStream();
		boolean quoted = header;
		boolean within = false;
		for (int letter = this.input.read(); letter >= 0; letter = this.input.read()) {
			if (letter == QUOTE) {
				// in a cell that does not begin with one, a quote is a letter
				quoted = quoted || cell.size() == 0;
				within = quoted && !within;
			}
			cell.write(letter);
			if (!within && isEnd((char) letter)) {
				break;
			}
		}
		return cell.toByteArray();
	}

	private boolean isEnd(char letter) {
		return letter == this.separator || letter == '\n' || letter == '\r';
	}

	@Override
	public void close() throws IOException {
		this.input.close();
	}

}
