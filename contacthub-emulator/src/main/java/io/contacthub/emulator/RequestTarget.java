package io.contacthub.emulator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Path and query of a request, which may be badly encoded. Servers refuse such requests
 * before an application sees them.
 *
 * @param path the path, as it came in
 * @param query the query, as it came in, empty if there is none
 */
record RequestTarget(String path, String query) {

	static RequestTarget of(String url) {
		int mark = url.indexOf('?');
		return (mark < 0) ? new RequestTarget(url, "")
				: new RequestTarget(url.substring(0, mark), url.substring(mark + 1));
	}

	/**
	 * Return what cannot be decoded.
	 * @return the first such place, or null if there is none
	 */
	@Nullable String undecodable() {
		String problem = undecodable("path", this.path);
		return (problem != null) ? problem : undecodable("query", this.query);
	}

	private static @Nullable String undecodable(String name, String part) {
		int start = part.indexOf('%');
		while (start >= 0) {
			ByteArrayOutputStream encoded = new ByteArrayOutputStream();
			int end = start;
			while (end < part.length() && part.charAt(end) == '%') {
				if (end + 2 >= part.length() || !HexFormat.isHexDigit(part.charAt(end + 1))
						|| !HexFormat.isHexDigit(part.charAt(end + 2))) {
					return "character " + (end + 1) + " of the " + name
							+ ", %, has to be followed by two hexadecimal digits, or to be encoded as %25";
				}
				encoded.write(HexFormat.fromHexDigits(part, end + 1, end + 3));
				end += 3;
			}
			if (!isUtf8(encoded.toByteArray())) {
				return "characters " + (start + 1) + " to " + end + " of the " + name + ", "
						+ part.substring(start, end) + ", are not UTF-8";
			}
			start = part.indexOf('%', end);
		}
		return null;
	}

	private static boolean isUtf8(byte[] bytes) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	/**
	 * Return what has to be percent-encoded.
	 * @param acceptRawBrackets whether square brackets of the query need not be
	 * @return the first such character and its place, or null if there is none
	 */
	@Nullable String unencoded(boolean acceptRawBrackets) {
		String problem = unencoded("path", this.path, "[]{}\"<>\\^`| ");
		return (problem != null) ? problem
				: unencoded("query", this.query, acceptRawBrackets ? "{}\"<>\\^`| " : "[]{}\"<>\\^`| ");
	}

	private static @Nullable String unencoded(String name, String part, String refused) {
		for (int i = 0; i < part.length(); i++) {
			char character = part.charAt(i);
			if (character > 126 || refused.indexOf(character) >= 0) {
				return "character " + (i + 1) + " of the " + name + ", U+"
						+ HexFormat.of().withUpperCase().toHexDigits(character)
						+ ((character < 127) ? " (" + character + ")" : "") + ", has to be percent-encoded";
			}
		}
		return null;
	}

}
