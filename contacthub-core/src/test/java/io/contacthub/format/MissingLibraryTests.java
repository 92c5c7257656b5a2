package io.contacthub.format;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

import io.contacthub.customer.Customer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Applications without the library for CSV.
 */
@DisplayName("Without the library for CSV")
class MissingLibraryTests {

	@Test
	@DisplayName("CSV says what is missing, and JSON Lines is read")
	void isTold() throws Exception {
		URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("fastcsv"))
			.map(MissingLibraryTests::url)
			.toArray(URL[]::new);
		try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
			Class<?> customer = loader.loadClass(Customer.class.getName());
			Class<?> format = loader.loadClass(DocumentFormat.class.getName());
			assertThat(format.getMethod("of", Path.class, Class.class).invoke(null, Path.of("c.jsonl"), customer))
				.asString()
				.startsWith(JsonLinesFormat.class.getName());
			assertThatExceptionOfType(InvocationTargetException.class)
				.isThrownBy(
						() -> format.getMethod("of", Path.class, Class.class).invoke(null, Path.of("c.csv"), customer))
				.havingCause()
				.isInstanceOf(IllegalStateException.class)
				.withMessage("CSV needs the library de.siegmar:fastcsv, which is not on the class path: add it to the"
						+ " dependencies");
		}
	}

	private static URL url(String entry) {
		try {
			return Path.of(entry).toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
