package io.contacthub.samples.desk.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that the library has refused to send. It has no exception of its own for that:
 * an {@link IllegalArgumentException} that begins with the path of the member, such as
 * {@code base.locale is 'xx': …}, is all that tells it. This class is the only one that
 * reads such words, and it believes them only where the form has a field for the member;
 * anything else is a fault of the desk and stays one.
 *
 * @param path the path of the member
 * @param message what is wrong with its value
 */
record LibraryRefusal(String path, String message) {

	private static final String MEMBER = "[a-z]\\w*(?:\\.\\w+|\\[\\d+])*";

	private static final Pattern REFUSAL = Pattern
		.compile("^(?:'(?<quoted>%1$s)'|(?<plain>%1$s)) (?:is|has|holds) .*".formatted(MEMBER), Pattern.DOTALL);

	/**
	 * Find a refusal in an exception.
	 * @param ex the exception
	 * @param fields the fields of the form that was sent
	 * @return the refusal, or empty when the exception is none
	 */
	static Optional<LibraryRefusal> in(IllegalArgumentException ex, FormFields fields) {
		String message = String.valueOf(ex.getMessage());
		Matcher words = REFUSAL.matcher(message);
		if (!words.matches()) {
			return Optional.empty();
		}
		String path = (words.group("plain") != null) ? words.group("plain") : words.group("quoted");
		return fields.holds(path) ? Optional.of(new LibraryRefusal(path, message)) : Optional.empty();
	}

}
