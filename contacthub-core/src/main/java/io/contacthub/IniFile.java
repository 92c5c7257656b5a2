package io.contacthub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the configuration file of the Python SDK. The formats of {@code Properties} and
 * of INI libraries change backslashes or percent signs, which a token may hold.
 */
final class IniFile {

	private IniFile() {
	}

	static Map<String, String> read(Path file) {
		Map<String, String> values = new LinkedHashMap<>();
		try {
			for (String line : Files.readAllLines(file)) {
				int equals = line.indexOf('=');
				if (equals > 0 && !line.strip().matches("[#;\\[].*")) {
					values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return values;
	}

}
