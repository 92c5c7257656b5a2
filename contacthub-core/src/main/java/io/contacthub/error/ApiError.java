package io.contacthub.error;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What ContactHub, or whatever answered in its place, said when a request failed. Every
 * part but the status may be missing: proxies answer with pages of their own. The token
 * is in none of them: where an answer repeats it, it is left out.
 *
 * @param status the HTTP status
 * @param message what went wrong, in the words of the API
 * @param errors the single faults, empty when none was named
 * @param data what the API sent along, such as the existing customer of a conflict: a
 * text, number, boolean, list or map
 * @param logref the key under which ContactHub logged the failure; name it when asking
 * for support
 * @param body the first 500 characters of the answer when it was not an error document of
 * the API
 */
public record ApiError(int status, @Nullable String message, List<Item> errors, @Nullable Object data,
		@Nullable String logref, @Nullable String body) implements Serializable {

	private static final int EXCERPT = 500;

	private static final int LONGEST_PART = 1000;

	private static final int GREATEST_CODE = 999_999;

	private static final Pattern LOGREF = Pattern.compile("[\\w.:-]{1,100}");

	private static final Pattern PATH = Pattern.compile("/[\\p{L}\\p{N}_./\\[\\]:$-]{0,200}");

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

	/**
	 * Copy the list.
	 */
	public ApiError {
		errors = List.copyOf(errors);
	}

	/**
	 * Read the body of an answer. It may be anything: what is no error document of the
	 * API is kept as an excerpt.
	 * @param status the HTTP status
	 * @param body the body, or its beginning
	 * @return the error, never an exception
	 */
	public static ApiError of(int status, byte[] body) {
		return read(status, new ByteArrayInputStream(body), null, UnaryOperator.identity());
	}

	/**
	 * Read the body of an answer, as {@link #of(int, byte[])}. Of a very long one, and of
	 * one that breaks off, those parts are kept that came: the first 100 faults, not more
	 * than 10,000 values, and of each text the first 65,536 characters.
	 * @param status the HTTP status
	 * @param body the body, which is read to its end; that it cannot be read is no
	 * failure
	 * @param charset the charset that the answer declares, {@code null} for that of JSON
	 * @param filter is given each text before it is kept or cut, and says what is kept of
	 * it
	 * @return the error, never an exception
	 */
	public static ApiError read(int status, InputStream body, @Nullable Charset charset, UnaryOperator<String> filter) {
		return ErrorDocument.read(status, body, charset, filter);
	}

	/**
	 * Return the error of an answer that says success and cannot be read.
	 * @param status the HTTP status
	 * @param body the body, or its beginning
	 * @return the error, with an excerpt of the body
	 */
	public static ApiError unreadable(int status, byte[] body) {
		return unreadable(status, new String(body, StandardCharsets.UTF_8));
	}

	/**
	 * Return the error of an answer that is no document of the API.
	 * @param status the HTTP status
	 * @param beginning the beginning of the body
	 * @return the error, with an excerpt of the body
	 */
	public static ApiError unreadable(int status, String beginning) {
		return new ApiError(status, null, List.of(), null, null, excerpt(beginning));
	}

	static @Nullable String excerpt(String beginning) {
		String text = beginning.strip();
		if (text.isEmpty()) {
			return null;
		}
		return (text.length() <= EXCERPT) ? text : text.substring(0, EXCERPT) + "...";
	}

	/**
	 * Return whether this is an error document of ContactHub: it has a message and a
	 * logref. Proxies, gateways and servers that do not know the address answer
	 * otherwise, and what they say is not about customers.
	 * @return whether ContactHub itself has answered
	 */
	public boolean isFromContactHub() {
		return StringUtils.hasText(this.message) && StringUtils.hasText(this.logref);
	}

	/**
	 * Return what of this may be shown where no personal value may be, such as in logs
	 * and in answers to others: the status, places and numeric codes of faults and the
	 * logref, where they look like such. What ContactHub says in words is left out, since
	 * it may quote what was sent.
	 * @return an error without message, data and body
	 */
	public ApiError withoutValues() {
		String shown = (this.logref != null && LOGREF.matcher(this.logref).matches()) ? this.logref : null;
		return new ApiError(this.status, null, this.errors.stream().map(Item::withoutValues).toList(), null, shown,
				null);
	}

	/**
	 * Return the parts in the order status, message, errors, data, logref, each with its
	 * name. Long parts are cut, and so that nobody can forge lines of a log, control
	 * characters are left out.
	 * @return one line
	 */
	public String describe() {
		StringBuilder text = new StringBuilder("status ").append(this.status);
		append(text, "message", this.message);
		append(text, "errors", this.errors.isEmpty() ? null : this.errors.stream().map(Item::describe).toList());
		append(text, "data", this.data);
		append(text, "logref", this.logref);
		append(text, "body", this.body);
		return text.toString();
	}

	private static void append(StringBuilder text, String name, @Nullable Object value) {
		if (value != null) {
			text.append(", ").append(name).append(": ").append(line(value.toString()));
		}
	}

	private static String line(String text) {
		String cut = (text.length() <= LONGEST_PART) ? text : text.substring(0, LONGEST_PART) + "...";
		return CONTROL.matcher(cut).replaceAll(" ");
	}

	/**
	 * One of the faults found in a request.
	 *
	 * @param message what is wrong
	 * @param path where it is wrong, as a JSON pointer into the body of the request
	 * @param data what the API sent along
	 * @param code the number or text of the fault, where the API gives one
	 */
	public record Item(@Nullable String message, @Nullable String path, @Nullable Object data,
			@Nullable Object code) implements Serializable {

		/**
		 * Say what is wrong and where.
		 * @return one line
		 */
		public String describe() {
			String text = String.valueOf(this.message);
			return (this.path != null) ? text + " at " + this.path : text;
		}

		private Item withoutValues() {
			String place = (this.path != null && PATH.matcher(this.path).matches()) ? this.path : null;
			boolean plain = this.code instanceof Number number && number.doubleValue() == number.intValue()
					&& Math.abs(number.intValue()) <= GREATEST_CODE;
			return new Item(null, place, null, plain ? this.code : null);
		}

	}

}
