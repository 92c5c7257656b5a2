package io.contacthub.documentation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the examples in the Javadoc.
 */
@DisplayName("The examples in the Javadoc")
class JavadocExamplesTests {

	private static final int FEWEST = 50;

	@TempDir
	private Path classes;

	@Test
	@DisplayName("compile")
	void compile() throws IOException {
		List<JavadocExample> examples = JavadocExample.all();
		assertThat(examples).hasSizeGreaterThanOrEqualTo(FEWEST);
		assertThat(faults(examples)).isEmpty();
	}

	private List<String> faults(List<JavadocExample> examples) throws IOException {
		String source = Files.readString(Path.of("src", "test", "resources", "javadoc", "Surroundings.txt"))
				+ examples.stream().map(JavadocExample::toSource).collect(Collectors.joining("\n"));
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		ToolProvider.getSystemJavaCompiler()
			.getTask(null, null, diagnostics,
					List.of("-proc:none", "-d", this.classes.toString(), "-classpath", classPath), null,
					List.of(new Source(source)))
			.call();
		return diagnostics.getDiagnostics()
			.stream()
			.filter((diagnostic) -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
			.map((diagnostic) -> example(source, diagnostic.getPosition()) + ": " + diagnostic.getMessage(null))
			.toList();
	}

	/**
	 * The class of an example, which says where it is, and the line that is wrong.
	 */
	private static String example(String source, long position) {
		String before = source.substring(0, (int) Math.max(0, position));
		String name = before.substring(before.lastIndexOf("\nabstract class ") + 1).split(" ", 4)[2];
		return name + " … " + source.substring(before.lastIndexOf('\n') + 1).lines().findFirst().orElse("").strip();
	}

	/**
	 * The source of all examples.
	 */
	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		Source(String text) {
			super(URI.create("string:///Surroundings.java"), Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
