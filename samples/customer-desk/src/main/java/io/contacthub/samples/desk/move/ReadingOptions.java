package io.contacthub.samples.desk.move;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a file of CSV is read, as far as somebody has said so.
 *
 * @param charset the charset
 * @param separator what separates cells, {@code null} when the file tells
 * @param days what days begin with, {@code null} when the file tells
 * @param columns the fields of columns by their headings, blank for a column that is left
 * out
 */
record ReadingOptions(Charset charset, Character separator, DayOrder days, Map<String, String> columns) {

	static final Charset WINDOWS = Charset.forName("windows-1252");

	ReadingOptions {
		columns = new LinkedHashMap<>(columns);
	}

	static ReadingOptions defaults() {
		return new ReadingOptions(StandardCharsets.UTF_8, null, null, Map.of());
	}

	ReadingOptions with(Charset other) {
		return new ReadingOptions(other, this.separator, this.days, this.columns);
	}

	ReadingOptions with(DayOrder other) {
		return new ReadingOptions(this.charset, this.separator, other, this.columns);
	}

	ReadingOptions with(Map<String, String> others) {
		return new ReadingOptions(this.charset, this.separator, this.days, others);
	}

}
