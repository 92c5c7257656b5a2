package io.contacthub.emulator;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.contacthub.emulator.autoconfigure.ContactHubEmulatorAutoConfiguration;
import io.contacthub.emulator.autoconfigure.EmulatorConnectionDetails;
import io.contacthub.emulator.autoconfigure.NamedWorkspaces;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/**
 * Tests for what the emulator may use: it is to judge the client, so it must not contain
 * it. That it runs without Spring and the client is seen where its program runs alone;
 * these rules say where a dependency comes from.
 */
@AnalyzeClasses(packagesOf = ContactHubEmulator.class, importOptions = ImportOption.DoNotIncludeTests.class)
class IndependenceTests {

	@ArchTest
	static final ArchRule emulatorKnowsNeitherClientNorSpring = classes().that()
		.resideInAPackage("io.contacthub.emulator")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("io.contacthub.emulator", "java..", "tools.jackson..", "com.github.tomakehurst.wiremock..",
				"org.jspecify..");

	@ArchTest
	static final ArchRule publicApiIsSmall = classes().that()
		.doNotBelongToAnyOf(ContactHubEmulator.class, ContactHubEmulatorApplication.class, UniquenessPolicy.class,
				ContactHubEmulatorAutoConfiguration.class, EmulatorConnectionDetails.class, NamedWorkspaces.class)
		.should()
		.notBePublic();

}
