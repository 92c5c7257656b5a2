package io.contacthub.autoconfigure.jdbc;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.tools.ToolProvider;

import io.contacthub.autoconfigure.health.ContactHubEventsHealthContributorAutoConfiguration;
import io.contacthub.autoconfigure.metrics.ContactHubMetricsAutoConfiguration;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.InputStreamSource;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications on other class paths, or processed ahead of time.
 */
@DisplayName("An application")
class IsolatedApplicationTests {

	@Test
	@DisplayName("publishes from memory without any library for databases")
	void needsNoLibraries() throws Exception {
		assertThat(IsolatedApplication.startWithout("spring-jdbc", "spring-boot-jdbc", "spring-boot-sql", "HikariCP",
				"h2"))
			.isEqualTo("DefaultEventPublisher true DefaultEventPublisher");
	}

	@Test
	@DisplayName("that is processed ahead of time has its events in the database, and the scripts in its image")
	void isProcessedAheadOfTime(@TempDir Path folder) throws Exception {
		InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get("io.contacthub.autoconfigure.jdbc", "Processed")), files);
		ClassName initializer;
		try (GenericApplicationContext context = IsolatedApplication
			.context("contacthub.events.publisher.store=jdbc")) {
			new AnnotatedBeanDefinitionReader(context).register(WithDatabase.class);
			initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			assertThat(context.getBeanFactory().getSingletonNames()).doesNotContain("dataSource");
		}
		generation.writeGeneratedContent();
		assertThat(List.of("schema-h2.sql", "schema-postgresql.sql")).allSatisfy((script) -> assertThat(
				RuntimeHintsPredicates.resource().forResource("io/contacthub/event/jdbc/" + script))
			.accepts(generation.getRuntimeHints()));
		assertThat(RuntimeHintsPredicates.reflection().onType(EntityManagerFactory.class))
			.accepts(generation.getRuntimeHints());
		compile(files, folder);
		assertThat(IsolatedApplication.startProcessed(folder.resolve("classes"), initializer.canonicalName()))
			.isEqualTo("JdbcEventPublisher true JdbcEventPublisher");
	}

	private static void compile(InMemoryGeneratedFiles files, Path folder) throws Exception {
		List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-parameters", "-d",
				folder.resolve("classes").toString(), "-cp", System.getProperty("java.class.path")));
		for (Map.Entry<String, InputStreamSource> file : files.getGeneratedFiles(Kind.SOURCE).entrySet()) {
			Path source = folder.resolve(file.getKey());
			Files.createDirectories(source.getParent());
			try (InputStream content = file.getValue().getInputStream()) {
				Files.write(source, content.readAllBytes());
			}
			arguments.add(source.toString());
		}
		assertThat(ToolProvider.getSystemJavaCompiler()
			.run(null, System.out, System.err, arguments.toArray(String[]::new))).isZero();
	}

	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			ContactHubMetricsAutoConfiguration.class, ContactHubEventsHealthContributorAutoConfiguration.class })
	static class WithDatabase extends IsolatedApplication.AllOfContactHub {

	}

}
