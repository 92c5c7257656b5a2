package io.contacthub.format;

/**
 * Splitter of JSON Lines: a record is a line that is neither blank nor a comment.
 */
final class LineSplitter extends RecordSplitter {

	LineSplitter(InputSource source, int limit) {
		super(source, limit);
	}

	@Override
	int skippable() {
		if (window().peek(0) == '#') {
			return endOfLine(0);
		}
		int i = 0;
		int next = window().peek(i);
		while (next == ' ' || next == '\t') {
			checkLimit(i);
			i++;
			next = window().peek(i);
		}
		return (next < 0 || next == '\n' || next == '\r') ? i : -1;
	}

	@Override
	RawRecord split() {
		return take(endOfLine(0), 0, 0, null, false);
	}

}
