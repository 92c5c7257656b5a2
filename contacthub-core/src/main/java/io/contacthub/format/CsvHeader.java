package io.contacthub.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.contacthub.json.ApiObject;
import io.contacthub.query.Field;
import org.jspecify.annotations.Nullable;

/**
 * Header of CSV: what its columns hold.
 */
final class CsvHeader {

	private static final Map<Character, String> SEPARATORS = new TreeMap<>(
			Map.of(',', "comma", ';', "semicolon", '\t', "tab"));

	private static final int LONGEST = 60;

	private CsvHeader() {
	}

	/**
	 * Read the header of a file.
	 * @return a reader of the rows behind it
	 */
	static <T extends ApiObject> DocumentReader<T> read(InputSource source, Class<T> type, CsvOptions options) {
		QuotedSplitter splitter = new QuotedSplitter(source, options.recordLimit);
		splitter.begin();
		if (splitter.isMarked() && !options.charset.equals(StandardCharsets.UTF_8)) {
			throw splitter.unreadable("begins with the byte order mark of UTF-8, and is to be read in "
					+ options.charset + ": do not set the charset, or take the mark out", 1);
		}
		char separator = (options.separator != null) ? options.separator : separator(splitter);
		splitter.setSeparator(separator);
		CsvText csv = new CsvText(separator);
		RecordDecoder decoder = new RecordDecoder(options.charset,
				"save the file as UTF-8, or give its charset, such as windows-1252");
		RawRecord record = splitter.next();
		if (record == null) {
			throw splitter.unreadable("is empty: its first line must name the columns", 0);
		}
		try {
			if (record.fault() != null) {
				throw new RefusedRowException(record.fault());
			}
			List<String> headers = csv.cells(decoded(decoder, record, source)).stream().map(CsvCell::text).toList();
			List<@Nullable CsvColumn> columns = columns(type, headers, options);
			int leading = 0;
			while (leading < headers.size() && headers.get(leading).startsWith("#")) {
				leading++;
			}
			splitter.setLeading(leading);
			splitter.setSingle(headers.size() - leading == 1);
			List<String> own = headers.subList(leading, headers.size());
			return new DocumentReader<>(source, splitter,
					new CsvParser<>(type, options, csv, decoder, columns, own, splitter.isMarked()),
					(options.key != null) ? new KeyCheck(options.key, options.keyLimit) : null);
		}
		catch (ColumnFaultException ex) {
			throw new UnreadableFileException(message(source, record, ex), record.line(), ex);
		}
		catch (RefusedRowException | IllegalArgumentException ex) {
			throw new UnreadableFileException(message(source, record, ex), record.line(), ex);
		}
	}

	private static String message(InputSource source, RawRecord record, Exception fault) {
		return source.name() + ", line " + record.line() + ": " + fault.getMessage();
	}

	private static String decoded(RecordDecoder decoder, RawRecord record, InputSource source) {
		try {
			return decoder.decode(record.bytes());
		}
		catch (RefusedRowException ex) {
			throw new UnreadableFileException(message(source, record, ex), record.line(),
					UnreadableFileException.Kind.CHARSET, ex);
		}
	}

	private static char separator(QuotedSplitter splitter) {
		char found = ',';
		int most = 0;
		List<String> counts = new ArrayList<>();
		for (Map.Entry<Character, String> separator : SEPARATORS.entrySet()) {
			int count = splitter.count(separator.getKey());
			if (count > most) {
				found = separator.getKey();
				most = count;
				counts.clear();
			}
			if (count > 0 && count == most) {
				counts.add(count + " " + separator.getValue() + ((count > 1) ? "s" : ""));
			}
		}
		if (counts.size() > 1) {
			String last = counts.remove(counts.size() - 1);
			throw splitter.unreadable(
					"may be separated by more than one character, going by its first line, which has "
							+ String.join(", ", counts) + " and " + last + ": say which one separates cells",
					1, UnreadableFileException.Kind.SEPARATOR);
		}
		return found;
	}

	/**
	 * Return the columns of a file.
	 * @return a column for each header, or {@code null} for one that is not read
	 */
	private static List<@Nullable CsvColumn> columns(Class<? extends ApiObject> type, List<String> headers,
			CsvOptions options) {
		for (Map.Entry<String, String> mapped : options.mapped.entrySet()) {
			if (!headers.contains(mapped.getKey())) {
				throw new ColumnFaultException(
						"there is no column '" + mapped.getKey() + "', which was to be " + mapped.getValue(),
						UnreadableFileException.Kind.MISSING_COLUMN, mapped.getKey(), null);
			}
		}
		List<@Nullable CsvColumn> columns = new ArrayList<>();
		boolean row = headers.stream()
			.anyMatch((header) -> !header.startsWith("#") && !options.mapped.containsKey(header)
					&& !options.ignored.contains(header) && isValue(header) && !isField(type, header));
		for (String header : headers) {
			boolean read = !header.startsWith("#") && !options.ignored.contains(header);
			if (read && row && !options.mapped.containsKey(header) && !isField(type, header)) {
				// those of a row may be personal, and messages go into logs
				throw new IllegalArgumentException("column " + (columns.size() + 1)
						+ " is no field: the first line must name the columns, and looks like a row");
			}
			columns.add(read ? column(type, header, options.mapped.getOrDefault(header, header), columns) : null);
		}
		Field<?> key = options.key;
		check(columns.stream().anyMatch((column) -> column != null), "none of the columns is read");
		check(key == null
				|| columns.stream().anyMatch((column) -> column != null && column.names().equals(key.names())),
				"there is no column for " + key + ", by which rows are told apart");
		return columns;
	}

	/**
	 * Return whether the name of a column looks like a value, such as a number, a date or
	 * an address.
	 */
	private static boolean isValue(String header) {
		long digits = header.chars().filter(Character::isDigit).count();
		long letters = header.chars().filter(Character::isLetter).count();
		return header.length() > LONGEST || digits > letters || header.indexOf('@') >= 0
				|| (!header.isEmpty() && Character.isDigit(header.charAt(0)));
	}

	/**
	 * Return whether the name of a column says by itself what it holds, or is missing.
	 */
	private static boolean isField(Class<? extends ApiObject> type, String header) {
		try {
			return header.isBlank() || CsvColumn.of(type, header, header) != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * Return the columns of a file that is written.
	 * @param headers their headers, which are paths
	 */
	static List<CsvColumn> columns(Class<? extends ApiObject> type, List<String> headers) {
		List<@Nullable CsvColumn> columns = new ArrayList<>();
		List<CsvColumn> written = new ArrayList<>();
		for (String header : headers) {
			CsvColumn column = column(type, header, header, columns);
			columns.add(column);
			written.add(column);
		}
		return written;
	}

	private static CsvColumn column(Class<? extends ApiObject> type, String header, String path,
			List<@Nullable CsvColumn> before) {
		String name = "column " + (before.size() + 1) + " '" + header + "' ";
		check(!path.isBlank(), "column " + (before.size() + 1) + " has no name: name it, or take it out of the file");
		CsvColumn column;
		try {
			column = CsvColumn.of(type, header, path);
		}
		catch (ColumnFaultException ex) {
			throw ex.of(header, name);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(name + ex.getMessage(), ex);
		}
		for (int i = 0; i < before.size(); i++) {
			CsvColumn other = before.get(i);
			if (other != null) {
				check(!column.names().equals(other.names()), name + "is the same field as column " + (i + 1));
				check(!column.isWithin(other) && !other.isWithin(column),
						name + "and column " + (i + 1) + " '" + other.header() + "' hold each other: keep one of them");
			}
		}
		return column;
	}

	private static void check(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

}
