package io.contacthub.samples.migration;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people can do about a file that cannot be read, with the options of this program.
 */
final class UnreadableFileAdvice {

	private static final Pattern NO_FIELD = Pattern
		.compile("column \\d+ '(.+)' is no (?:field|path)(?:.*did you mean (\\S+)\\?)?", Pattern.DOTALL);

	private static final Pattern NO_COLUMN = Pattern.compile("there is no column '(.+)', which was to be ",
			Pattern.DOTALL);

	private static final String CHARSET = "give its charset, such as ";

	private UnreadableFileAdvice() {
	}

	/**
	 * Return a message with the option that mends it.
	 * @param message the message of the library
	 * @param columns what columns are to hold
	 * @param ignored the columns that are not to be read
	 */
	static String of(String message, Map<String, String> columns, List<String> ignored) {
		Matcher column = NO_COLUMN.matcher(message);
		if (column.find()) {
			String header = column.group(1);
			String option = columns.containsKey(header) ? "--column " + quoted(header + '=' + columns.get(header))
					: "--ignore " + quoted(header);
			return message.substring(0, column.start()) + "there is no column '" + header + "' for " + option;
		}
		Matcher field = NO_FIELD.matcher(message);
		if (field.find()) {
			String nearest = (field.group(2) != null) ? field.group(2) : "<field>";
			return message + ": --column " + quoted(field.group(1) + '=' + nearest) + " or --ignore "
					+ quoted(field.group(1));
		}
		if (message.contains("which one separates cells")) {
			return message + ": --separator=',' for example";
		}
		if (message.contains("is not the file that was read before")) {
			return message + ", or begin again with --restart";
		}
		return message.replace(CHARSET, CHARSET + "--charset=");
	}

	private static String quoted(String word) {
		return Invocation.quoted(word);
	}

}
