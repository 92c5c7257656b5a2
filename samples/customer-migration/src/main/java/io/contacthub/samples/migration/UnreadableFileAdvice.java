package io.contacthub.samples.migration;

import java.nio.file.Path;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.format.CsvFormat;
import io.contacthub.format.DocumentFormat;
import io.contacthub.format.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/**
 * What people can do about a file that cannot be read, with the options of this program.
 */
final class UnreadableFileAdvice {

	private UnreadableFileAdvice() {
	}

	/**
	 * Return why a file cannot be read, with the option that mends it.
	 * @param columns what columns are to hold
	 */
	static String of(UnreadableFileException failure, Path file, Map<String, String> columns) {
		String column = failure.column();
		String message = failure.getMessage();
		return switch (failure.kind()) {
			case UNKNOWN_FIELD -> (column != null) ? message + ": " + unknown(column, failure.suggestion()) : message;
			case MISSING_COLUMN -> (column != null) ? missing(column, file, failure.line(), columns) : message;
			case SEPARATOR -> message + ": --separator=',' for example";
			case CHARSET -> isCsv(file) ? message + ": --charset=windows-1252 for example" : message;
			case CHANGED -> message + ", or begin again with --restart";
			case OTHER -> message;
		};
	}

	private static boolean isCsv(Path file) {
		return DocumentFormat.of(file, Customer.class) instanceof CsvFormat;
	}

	private static String unknown(String column, @Nullable String suggestion) {
		String field = (suggestion != null) ? suggestion : "<field>";
		return "--column " + Invocation.quoted(column + '=' + field) + " or --ignore " + Invocation.quoted(column);
	}

	private static String missing(String column, Path file, long line, Map<String, String> columns) {
		String option = columns.containsKey(column)
				? "--column " + Invocation.quoted(column + '=' + columns.get(column))
				: "--ignore " + Invocation.quoted(column);
		return file.getFileName() + ", line " + line + ": there is no column '" + column + "' for " + option;
	}

}
