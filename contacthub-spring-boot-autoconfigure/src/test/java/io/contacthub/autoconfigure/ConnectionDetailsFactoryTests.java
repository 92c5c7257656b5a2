package io.contacthub.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the factories of connections in applications that do not have what all of
 * them need.
 */
@DisplayName("Factories of connections")
class ConnectionDetailsFactoryTests {

	@ParameterizedTest
	@CsvSource({ "testcontainers, docker.compose.ContactHubDockerCompose",
			"docker-compose, testcontainers.ContactHubContainer" })
	@DisplayName("do without what the other one needs")
	void areIndependent(String absent, String found) throws Exception {
		try (URLClassLoader loader = classPathWithout(absent)) {
			Class<?> type = loader.loadClass(ConnectionDetailsFactory.class.getName());
			assertThat(factories(loader, type)).filteredOn((name) -> name.startsWith("io.contacthub."))
				.containsExactly("io.contacthub.autoconfigure." + found + "ConnectionDetailsFactory");
		}
	}

	/**
	 * Loads what is there, as Spring Boot does.
	 */
	private static List<String> factories(ClassLoader loader, Class<?> type) {
		return SpringFactoriesLoader.forDefaultResourceLocation(loader)
			.load(type, FailureHandler.logging(LogFactory.getLog(ConnectionDetailsFactoryTests.class)))
			.stream()
			.map((factory) -> factory.getClass().getName())
			.toList();
	}

	private static URLClassLoader classPathWithout(String name) throws IOException {
		URL[] urls = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !Path.of(entry).getFileName().toString().contains(name))
			.map(ConnectionDetailsFactoryTests::url)
			.toArray(URL[]::new);
		return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
	}

	private static URL url(String entry) {
		try {
			return Path.of(entry).toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
