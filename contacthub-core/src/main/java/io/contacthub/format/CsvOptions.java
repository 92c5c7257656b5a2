package io.contacthub.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.contacthub.query.Field;
import org.jspecify.annotations.Nullable;

/**
 * Options of CSV.
 */
final class CsvOptions {

	Charset charset = StandardCharsets.UTF_8;

	/**
	 * Absent when it is the one of the file that is read.
	 */
	@Nullable Character separator;

	char listSeparator = '|';

	/**
	 * The paths of columns by header.
	 */
	Map<String, String> mapped = Map.of();

	/**
	 * The headers of columns that are not read.
	 */
	Set<String> ignored = Set.of();

	/**
	 * The headers that are written.
	 */
	@Nullable List<String> written;

	Blanks blanks = Blanks.ABSENT;

	@Nullable Field<?> key;

	int keyLimit = JsonLinesFormat.KEY_LIMIT;

	int recordLimit = JsonLinesFormat.RECORD_LIMIT;

	boolean formulasEscaped;

	boolean marked;

	CsvOptions copy() {
		CsvOptions copy = new CsvOptions();
		copy.charset = this.charset;
		copy.separator = this.separator;
		copy.listSeparator = this.listSeparator;
		copy.mapped = new LinkedHashMap<>(this.mapped);
		copy.ignored = new LinkedHashSet<>(this.ignored);
		copy.written = this.written;
		copy.blanks = this.blanks;
		copy.key = this.key;
		copy.keyLimit = this.keyLimit;
		copy.recordLimit = this.recordLimit;
		copy.formulasEscaped = this.formulasEscaped;
		copy.marked = this.marked;
		return copy;
	}

}
