package io.contacthub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reader of the configuration file of the Python SDK. The formats of {@code Properties}
 * and of INI libraries change backslashes or percent signs, which a token may hold.
 * Applications use {@link Workspace#fromIniFile(Path)}, or the property {@code
 * contacthub.ini-file}. For this library.
 */
public final class IniFile {

	private IniFile() {
	}

	static Map<String, String> read(Path file) {
		try {
			return parse(Files.readAllLines(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Read lines such as {@code token = ...}.
	 * @param lines the lines, of which section headers and comments are skipped
	 * @return the values by their names, as they are written
	 */
	public static Map<String, String> parse(List<String> lines) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String written : lines) {
			// some editors begin a file with it
			String line = written.replace("\ufeff", "");
			int equals = line.indexOf('=');
			if (equals > 0 && !line.strip().matches("[#;\\[].*")) {
				values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
			}
		}
		return values;
	}

}
