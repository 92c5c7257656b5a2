package io.contacthub.format;

import org.jspecify.annotations.Nullable;

/**
 * Splitter of CSV: a record ends at the first end of a line that is not within quotes. Of
 * a record whose quotes are wrong only the first line is one, a refused one, and the next
 * line begins another record.
 */
final class QuotedSplitter extends RecordSplitter {

	/**
	 * How often the longest row may be read again before that is too much. It keeps a
	 * file of wrong quotes alone from being read once a line.
	 */
	private static final long AGAIN = 64;

	private int separator = ',';

	private int leading;

	private boolean single;

	private long again;

	private int offset;

	private int lines;

	private int firstEnd;

	private int cell;

	private int body;

	private long quoteLine;

	private int quoteCell;

	QuotedSplitter(InputSource source, int limit) {
		super(source, limit);
	}

	void setSeparator(char separator) {
		this.separator = separator;
	}

	/**
	 * Set how many cells come before each row, which say why it was refused before.
	 */
	void setLeading(int leading) {
		this.leading = leading;
	}

	/**
	 * Set whether there is one column, where each line could be a row.
	 */
	void setSingle(boolean single) {
		this.single = single;
	}

	/**
	 * Count a character in the first line, outside quotes.
	 */
	int count(char character) {
		int count = 0;
		boolean quoted = false;
		int begin = 0;
		while (window().lineEnd(begin) > 0) {
			begin++;
		}
		for (int i = begin, next = window().peek(i); next >= 0
				&& (quoted || (next != '\n' && next != '\r')); i++, next = window().peek(i)) {
			if (i - begin > limit()) {
				break;
			}
			quoted = (next == '"') != quoted;
			if (next == character && !quoted) {
				count++;
			}
		}
		return count;
	}

	@Override
	int skippable() {
		return (window().lineEnd(0) > 0) ? 0 : -1;
	}

	@Override
	RawRecord split() {
		this.offset = 0;
		this.lines = 0;
		this.firstEnd = -1;
		this.cell = 1;
		this.body = 0;
		while (true) {
			if (window().peek(this.offset) == '"') {
				String fault = skipQuoted();
				if (fault != null) {
					return refuse(fault);
				}
			}
			else {
				skipPlain();
			}
			if (window().peek(this.offset) != this.separator) {
				return take(this.offset, this.lines, this.body, null, false);
			}
			this.offset++;
			if (this.cell == this.leading) {
				this.body = this.offset;
			}
			this.cell++;
		}
	}

	/**
	 * Skip the rest of a cell without quotes.
	 */
	private void skipPlain() {
		for (int next = window().peek(this.offset); next >= 0 && next != this.separator && next != '\n'
				&& next != '\r'; next = window().peek(this.offset)) {
			checkLimit(this.offset);
			this.offset++;
		}
	}

	/**
	 * Skip a cell in quotes.
	 * @return what is wrong with it, or {@code null}
	 */
	private @Nullable String skipQuoted() {
		this.quoteLine = window().line() + 1 + this.lines;
		this.quoteCell = this.cell;
		this.offset++;
		while (true) {
			int next = window().peek(this.offset);
			if (next < 0 || this.offset >= limit()) {
				return "the quote that opens in line " + this.quoteLine + ", cell " + this.quoteCell
						+ " is not closed: close it, or double a quote that belongs to the text";
			}
			int end = window().lineEnd(this.offset);
			if (end > 0) {
				this.firstEnd = (this.firstEnd < 0) ? this.offset : this.firstEnd;
				this.lines++;
				this.offset += end;
			}
			else if (next != '"') {
				this.offset++;
			}
			else if (window().peek(this.offset + 1) == '"') {
				this.offset += 2;
			}
			else {
				this.offset++;
				return afterQuote();
			}
		}
	}

	private @Nullable String afterQuote() {
		int next = window().peek(this.offset);
		return (next < 0 || next == this.separator || next == '\n' || next == '\r') ? null
				: "the quote that opens in line " + this.quoteLine + ", cell " + this.quoteCell
						+ " is closed before the end of the cell: double a quote that belongs to the text";
	}

	/**
	 * Refuse the first line of what was looked at.
	 */
	private RawRecord refuse(String fault) {
		if (this.single) {
			throw unreadable("has one column, of which no row can be told from another: " + fault, this.quoteLine);
		}
		boolean cut = window().peek(this.offset) < 0;
		this.again += this.offset;
		if (this.again > AGAIN * limit() + window().bytes()) {
			throw unreadable("has too many quotes that are not closed: are they quotes at all? The last one is"
					+ " in line " + this.quoteLine, this.quoteLine);
		}
		int end = (this.firstEnd >= 0) ? this.firstEnd : endOfLine(this.offset);
		return take(end, 0, (this.body <= end) ? this.body : 0, fault, cut);
	}

}
