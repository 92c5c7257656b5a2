package io.contacthub.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The page on which people see and control the emulator: files that the browser gets as
 * they are.
 */
final class ConsolePage {

	/**
	 * What the page may do: nothing but use its own files and ask the emulator. Texts can
	 * never become HTML.
	 */
	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
			+ "require-trusted-types-for 'script'; trusted-types 'none'";

	List<Route> routes() {
		return List.of(route("", "console.html", "text/html;charset=utf-8"),
				route("console.css", "console.css", "text/css;charset=utf-8"),
				route("console.js", "console.js", "text/javascript;charset=utf-8"),
				route("console.svg", "console.svg", "image/svg+xml"));
	}

	private static Route route(String path, String file, String contentType) {
		byte[] content = read(file);
		return Route.of("GET", path, (request) -> EmulatedResponse.of(200, contentType, content)
			.withHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY));
	}

	private static byte[] read(String file) {
		try (InputStream input = ConsolePage.class.getResourceAsStream("console/" + file)) {
			if (input == null) {
				throw new IllegalStateException("The file " + file + " of the console is missing");
			}
			return input.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
