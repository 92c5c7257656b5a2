package io.contacthub.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BuilderProcessor}.
 */
@DisplayName("The Javadoc of a builder")
class BuilderProcessorTests {

	private static final String API_OBJECT = """
			package io.contacthub.json;
			public interface ApiObject {
			}
			""";

	private static final String SHOP = """
			package com.example;
			import java.time.Instant;
			/**
			 * A shop.
			 *
			 * @param name the name, such as {@code Corner},
			 * without an {@literal @} in it
			 * @param opened when it was opened; absent where there is a
			 * {@code name}
			 * @param <T> what it sells
			 * @param city the city
			 * @see Instant
			 */
			public record Shop<T>(String name, Instant opened, String city) implements io.contacthub.json.ApiObject {
			}
			""";

	@TempDir
	private Path folder;

	@Test
	@DisplayName("says of a member all that its record says, inline tags included")
	void keepsInlineTags() throws IOException {
		assertThat(builder()).contains("@param name the name, such as {@code Corner}, without an {@literal @} in it\n")
			.contains("@param city the city\n");
	}

	@Test
	@DisplayName("says which dates a member takes, behind what its record says")
	void saysWhichDatesAreTaken() throws IOException {
		assertThat(builder()).contains("@param opened when it was opened; absent where there is a {@code name};"
				+ " an {@code Instant}, a date-time with its zone, or a {@code LocalDate} for its beginning in UTC\n");
	}

	private String builder() throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		JavaCompiler.CompilationTask task = compiler.getTask(messages, null, null,
				List.of("-proc:only", "-s", this.folder.toString(), "-d", this.folder.toString()), null,
				List.of(source("io/contacthub/json/ApiObject", API_OBJECT), source("com/example/Shop", SHOP)));
		task.setProcessors(List.of(new BuilderProcessor()));
		task.call();
		Path file = this.folder.resolve("com/example/ShopBuilder.java");
		assertThat(file).as(messages.toString()).exists();
		return Files.readString(file);
	}

	private static JavaFileObject source(String name, String text) {
		return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return text;
			}

		};
	}

}
