package io.contacthub.shop;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.test.autoconfigure.AutoConfigureContactHubEmulator;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.aot.TestContextAotGenerator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that are processed ahead of time, as by the goal {@code process-test-aot}.
 */
@DisplayName("Processing of tests ahead of time")
@ExtendWith(OutputCaptureExtension.class)
class TestProcessingTests {

	@Test
	@DisplayName("generates their contexts, but starts and logs nothing")
	void startsNothing(CapturedOutput output) {
		Set<Thread> before = serverThreads();
		InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
		new TestContextAotGenerator(files).processAheadOfTime(Stream.of(Whole.class, Slice.class));
		assertThat(files.getGeneratedFiles(Kind.SOURCE).keySet()).anyMatch(
				(name) -> name.endsWith("ContactHubEmulatorTestAutoConfiguration__TestContext001_BeanDefinitions.java"))
			.anyMatch((name) -> name
				.endsWith("ContactHubEmulatorTestAutoConfiguration__TestContext002_BeanDefinitions.java"))
			.noneMatch((name) -> name.contains("ContactHubEmulatorAutoConfiguration"));
		assertThat(serverThreads()).isSubsetOf(before);
		assertThat(output).doesNotContain("Running on");
	}

	private static Set<Thread> serverThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("qtp"))
			.collect(Collectors.toSet());
	}

	/**
	 * A test of the whole application.
	 */
	@SpringBootTest(properties = { "contacthub.token=secret", "contacthub.emulator.enabled=true" },
			webEnvironment = SpringBootTest.WebEnvironment.NONE)
	@AutoConfigureContactHubEmulator(customers = 5)
	static class Whole {

	}

	/**
	 * A test of a slice.
	 */
	@ContactHubTest
	static class Slice {

	}

}
