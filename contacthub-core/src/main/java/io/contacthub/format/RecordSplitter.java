package io.contacthub.format;

import org.jspecify.annotations.Nullable;

/**
 * Splitter of bytes into records, before any character is decoded: a row that is no text
 * in its encoding, or whose quotes are wrong, is known by its line and does not make
 * others unreadable.
 */
abstract class RecordSplitter {

	private static final int LOOKED_AT = 4096;

	private static final byte[] MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private final InputSource source;

	private final ByteWindow window;

	private final int limit;

	private boolean marked;

	RecordSplitter(InputSource source, int limit) {
		this.source = source;
		this.window = new ByteWindow(source);
		this.limit = limit;
	}

	/**
	 * Skip a byte order mark, and refuse what is no text in an encoding that is read.
	 */
	void begin() {
		int first = this.window.peek(0);
		int second = this.window.peek(1);
		if (first == 0xEF && second == 0xBB && this.window.peek(2) == 0xBF) {
			this.marked = true;
			this.window.take(3, 0);
		}
		else if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
			throw unreadable("is in UTF-16: save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8", 1);
		}
		else if (first == 0x1F && second == 0x8B) {
			throw unreadable("is compressed by gzip: unpack it, or have its name end in .gz", 0);
		}
		else if (first == 'P' && second == 'K' && this.window.peek(2) == 3) {
			throw unreadable("is no text but an archive, such as a workbook (.xlsx): save it as CSV UTF-8", 0);
		}
		checkZeros();
	}

	/**
	 * Refuse what has so many zero bytes that it is no text in UTF-8, where they stand
	 * for a character that texts may have.
	 */
	private void checkZeros() {
		int length = Math.min(LOOKED_AT, this.window.length());
		int zeros = 0;
		for (int i = 0; i < length; i++) {
			zeros += (this.window.peek(i) == 0) ? 1 : 0;
		}
		if (zeros > length / 8) {
			throw unreadable("is no text in UTF-8, since it has zero bytes: save it as UTF-8, or if it is in"
					+ " UTF-16, convert it: iconv -f UTF-16 -t UTF-8", 1);
		}
	}

	UnreadableFileException unreadable(String reason, long line) {
		return unreadable(reason, line, UnreadableFileException.Kind.OTHER);
	}

	UnreadableFileException unreadable(String reason, long line, UnreadableFileException.Kind kind) {
		return new UnreadableFileException(this.source.name() + " " + reason, line, kind, null);
	}

	/**
	 * Return the next record.
	 * @return the record, or {@code null} at the end
	 */
	@Nullable RawRecord next() {
		while (this.window.peek(0) >= 0) {
			int skipped = skippable();
			if (skipped < 0) {
				return split();
			}
			this.window.take(skipped + this.window.lineEnd(skipped), 1);
		}
		return null;
	}

	/**
	 * Return the length of a line that is no record.
	 * @return its length without its end, or -1 when it is a record
	 */
	abstract int skippable();

	/**
	 * Split a record off, of which there is at least one byte.
	 */
	abstract RawRecord split();

	/**
	 * Take a record.
	 * @param length its length without the end of its line
	 * @param lines the number of ends of lines within it
	 */
	RawRecord take(int length, int lines, int body, @Nullable String fault, boolean cut) {
		RawRecord row = new RawRecord(this.window.line() + 1, this.window.copy(length), body, fault,
				cut || this.window.peek(length) < 0);
		int end = this.window.lineEnd(length);
		this.window.take(length + end, lines + ((end > 0) ? 1 : 0));
		return row;
	}

	/**
	 * Find the end of the line.
	 * @param offset where to begin
	 * @return the offset of its end, or of that of the input
	 */
	int endOfLine(int offset) {
		int i = offset;
		for (int next = this.window.peek(i); next >= 0 && next != '\n' && next != '\r'; next = this.window.peek(i)) {
			checkLimit(i);
			i++;
		}
		return i;
	}

	/**
	 * Refuse a record that is too long to be kept.
	 */
	void checkLimit(int length) {
		if (length >= this.limit) {
			long line = this.window.line() + 1;
			throw unreadable("has more than " + this.limit + " bytes in the row that begins at line " + line
					+ ": is it the right file? Else allow longer rows", line);
		}
	}

	ByteWindow window() {
		return this.window;
	}

	int limit() {
		return this.limit;
	}

	/**
	 * Return the byte order mark of UTF-8.
	 */
	static byte[] mark() {
		return MARK.clone();
	}

	/**
	 * Return whether the file begins with a byte order mark.
	 */
	boolean isMarked() {
		return this.marked;
	}

	RowPosition position(long rows) {
		return new RowPosition(rows, this.window.line(), this.window.bytes(), this.window.checksum());
	}

}
