package io.contacthub.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.contacthub.autoconfigure.health.ContactHubEventsHealthContributorAutoConfiguration;
import io.contacthub.autoconfigure.health.ContactHubHealthContributorAutoConfiguration;
import io.contacthub.autoconfigure.http.EngineSettings;
import io.contacthub.autoconfigure.jdbc.ContactHubJdbcAutoConfiguration;
import io.contacthub.autoconfigure.metrics.ContactHubMetricsAutoConfiguration;
import io.contacthub.client.RetrySettings;
import io.contacthub.event.EventPublisher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.annotation.Bean;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the house for auto-configurations and their properties.
 */
@AnalyzeClasses(packages = "io.contacthub.autoconfigure", importOptions = ImportOption.DoNotIncludeTests.class)
@DisplayName("In the auto-configuration,")
class ArchitectureTests {

	@ArchTest
	static final ArchRule autoConfigurationsAreFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL);

	@ArchTest
	static final ArchRule autoConfigurationsAreClosed = noMembers().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic();

	@ArchTest
	static final ArchRule onlyHealthKnowsHealth = onlyIn("health", "org.springframework.boot.health..");

	@ArchTest
	static final ArchRule onlyJdbcKnowsDatabases = onlyIn("jdbc", "org.springframework.jdbc..",
			"org.springframework.boot.jdbc..", "org.springframework.boot.sql..");

	@ArchTest
	static final ArchRule onlyMetricsKnowMicrometer = onlyIn("metrics", "io.micrometer.core..");

	@ArchTest
	static final ArchRule onlyTracingKnowsTracers = onlyIn("tracing", "io.micrometer.tracing..");

	@ArchTest
	static final ArchRule onlyValidationKnowsSchemas = onlyIn("validation", "com.networknt..");

	@ArchTest
	static final ArchRule onlyActuatorKnowsEndpoints = onlyIn("actuator", "org.springframework.boot.actuate..");

	@ArchTest
	static final ArchRule onlyWebKnowsServlets = onlyIn("web", "jakarta.servlet..", "org.springframework.web.servlet..",
			"org.springframework.security..");

	@ArchTest
	static final ArchRule onlyDockerComposeKnowsServices = onlyIn("docker.compose",
			"org.springframework.boot.docker..");

	@ArchTest
	static final ArchRule onlyTestcontainersKnowsContainers = onlyIn("testcontainers", "org.testcontainers..",
			"org.springframework.boot.testcontainers..");

	/** The files of an engine can be deleted together with it. */
	@ArchTest
	static final ArchRule enginesAreKnownInOnePlace = classes().that()
		.implement("io.contacthub.autoconfigure.http.ClientEngine")
		.should()
		.onlyHaveDependentClassesThat()
		.haveNameMatching("io\\.contacthub\\.autoconfigure\\.http\\.(ClientEngines|\\w+Engine\\$.*)");

	@ArchTest
	static final ArchRule onlyItsFilesKnowApache = onlyInClasses(
			"ApacheEngine|Bounded\\w+|AnswerBounds|InputProbe|WatchableConnections", "org.apache.hc..");

	@ArchTest
	static final ArchRule onlyItsFilesKnowJetty = onlyInClasses("JettyEngine|WatchedConnectionPool",
			"org.eclipse.jetty..");

	@ArchTest
	static final ArchRule onlyItsFileKnowsReactorNetty = onlyInClasses("ReactorNettyEngine", "reactor.netty..",
			"io.netty..");

	@ArchTest
	static final ArchRule onlyTheirFilesAreReactive = noClasses().that()
		.haveNameNotMatching(
				"io\\.contacthub\\.autoconfigure\\.(http\\.ReactorNettyEngine|web\\.\\w*Reactive\\w+)" + "(\\$.*)?")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("reactor..", "org.springframework.web.reactive..");

	@ArchTest
	static final ArchRule onlyItsFileKnowsTheJdk = onlyInClasses("JdkEngine", "java.net.http..");

	private static ArchRule onlyIn(String folder, String... packages) {
		return noClasses().that()
			.resideOutsideOfPackage("io.contacthub.autoconfigure." + folder)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(packages);
	}

	private static ArchRule onlyInClasses(String names, String... packages) {
		return noClasses().that()
			.haveNameNotMatching("io\\.contacthub\\.autoconfigure\\.http\\.(" + names + ")(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(packages);
	}

	@ArchTest
	static final ArchRule beansAreClosed = methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate();

	@Test
	@DisplayName("each property has a description")
	void propertiesAreDescribed() throws IOException {
		try (InputStream stream = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			Map<?, ?> metadata = JsonMapper.shared().readValue(stream, Map.class);
			assertThat((List<?>) metadata.get("properties")).isNotEmpty().allSatisfy((property) -> {
				assertThat(((Map<?, ?>) property).get("name")).asString()
					.matches("contacthub\\..*|management\\.health\\.contacthub(-events)?\\.enabled");
				assertThat(((Map<?, ?>) property).get("description")).as(property.toString()).asString().endsWith(".");
			});
		}
	}

	@Test
	@DisplayName("what holds without properties is what holds without Spring Boot")
	void defaultsAreThoseOfTheClient() {
		ConnectionProperties properties = new Binder().bindOrCreate("contacthub", ConnectionProperties.class);
		ContactHubProperties common = new Binder().bindOrCreate("contacthub", ContactHubProperties.class);
		assertThat(properties.retry().settings()).isEqualTo(RetrySettings.defaults());
		assertThat(common.events().publisher().settings()).isEqualTo(EventPublisher.Settings.defaults());
		EngineSettings http = EngineSettingsResolver.resolve(HttpClientSettings.defaults(), properties.http(), null,
				"contacthub");
		assertThat(http.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
		assertThat(http.readTimeout()).isEqualTo(Duration.ofSeconds(10));
		assertThat(http.callTimeout()).isEqualTo(Duration.ofSeconds(60));
	}

	@Test
	@DisplayName("an auto-configuration comes after those whose beans it looks at")
	void autoConfigurationsAreOrdered() {
		assertThat(List.of(ContactHubHealthContributorAutoConfiguration.class, ContactHubMetricsAutoConfiguration.class,
				ContactHubEventsHealthContributorAutoConfiguration.class, ContactHubJdbcAutoConfiguration.class))
			.allSatisfy((type) -> assertThat(type.getAnnotation(AutoConfiguration.class).after())
				.contains(ContactHubAutoConfiguration.class));
		assertThat(ContactHubAutoConfiguration.class.getAnnotation(AutoConfiguration.class).after()).contains(
				SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class, RestClientAutoConfiguration.class);
	}

	@Test
	@DisplayName("each auto-configuration is listed")
	void autoConfigurationsAreListed() throws IOException {
		try (InputStream stream = getClass()
			.getResourceAsStream("/META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")) {
			assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines())
				.containsExactlyInAnyOrderElementsOf(autoConfigurations());
		}
	}

	private static List<String> autoConfigurations() {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.contacthub.autoconfigure")
			.stream()
			.filter((type) -> type.isAnnotatedWith(AutoConfiguration.class))
			.map(JavaClass::getName)
			.toList();
	}

}
