package io.contacthub.emulator;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

/**
 * Writer of a request as a command for {@code curl}, in one line that any shell of POSIX
 * takes. A token that may be somebody's secret is not in it.
 */
final class CurlCommand {

	private static final String DEFAULT_AUTHORIZATION = "Bearer " + ContactHubEmulator.DEFAULT_TOKEN;

	private static final String CONTENT_TYPE = "content-type";

	/**
	 * What curl says itself, or what a connection needs.
	 */
	private static final Set<String> OMITTED = Set.of("host", "connection", "keep-alive", "content-length",
			"transfer-encoding", "content-encoding", "accept-encoding", "upgrade", "http2-settings", "expect", "te",
			"trailer", "user-agent");

	private final StringJoiner command = new StringJoiner(" ");

	private CurlCommand() {
	}

	/**
	 * Return the command.
	 * @param request the request
	 * @param address scheme, host and port of the emulator
	 */
	static String of(RecentRequest request, String address) {
		CurlCommand command = new CurlCommand();
		String text = plainText(request.body());
		if (text == null) {
			command.command.add("printf").add("'" + octal(request.body()) + "'").add("|");
		}
		command.command.add("curl");
		command.addMethod(request);
		if (request.url().matches(".*[\\[\\]{}].*")) {
			command.command.add("--globoff");
		}
		command.command.add(quote(address + request.url()));
		command.addHeaders(request);
		if (text == null) {
			command.command.add("--data-binary").add("@-");
		}
		else if (!text.isEmpty()) {
			command.command.add("--data-raw").add(quote(text));
		}
		return command.command.toString();
	}

	private void addMethod(RecentRequest request) {
		if (request.method().equals("HEAD")) {
			this.command.add("--head");
		}
		else if (!request.method().equals("GET") || request.body().length > 0) {
			this.command.add("-X").add(request.method());
		}
	}

	private void addHeaders(RecentRequest request) {
		boolean typed = false;
		for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
			String name = header.getKey().toLowerCase(Locale.ROOT);
			typed |= name.equals(CONTENT_TYPE);
			if (!OMITTED.contains(name) && !name.startsWith("sec-")) {
				header.getValue().forEach((value) -> addHeader(header.getKey(), value));
			}
		}
		if (!typed && request.body().length > 0) {
			// else curl says that it is a form
			this.command.add("-H").add("'Content-Type:'");
		}
	}

	private void addHeader(String name, String value) {
		if (name.equalsIgnoreCase("Authorization") && !value.equalsIgnoreCase(DEFAULT_AUTHORIZATION)) {
			this.command.add("-H").add("\"Authorization: Bearer $CONTACTHUB_TOKEN\"");
		}
		else if (!(name.equalsIgnoreCase("Accept") && value.equals("*/*"))) {
			this.command.add("-H").add(quote(name + ": " + value));
		}
	}

	private static String quote(String text) {
		return "'" + text.replace("'", "'\\''").replaceAll("\\p{Cntrl}", "?") + "'";
	}

	/**
	 * Return the text of a body, or null if a terminal would not show it as it is.
	 */
	private static @Nullable String plainText(byte[] body) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			return text.codePoints().noneMatch(Character::isISOControl) ? text : null;
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	/**
	 * Return the format by which {@code printf} writes bytes.
	 */
	private static String octal(byte[] bytes) {
		StringBuilder format = new StringBuilder();
		for (byte next : bytes) {
			int character = next & 0xFF;
			if (character == '\n') {
				format.append("\\n");
			}
			else if (character < ' ' || character > '~' || character == '\'') {
				format.append('\\').append(String.format(Locale.ROOT, "%03o", character));
			}
			else if (character == '%' || character == '\\') {
				format.append((char) character).append((char) character);
			}
			else {
				format.append((char) character);
			}
		}
		return format.toString();
	}

}
