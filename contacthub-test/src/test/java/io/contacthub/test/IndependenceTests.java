package io.contacthub.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Tests for what the emulator may use: it is to judge the client, so it must not contain
 * it.
 */
class IndependenceTests {

	private final JavaClasses emulator = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
		.importPackages("io.contacthub.test");

	@Test
	@DisplayName("the emulator uses the JDK, Jackson, WireMock and nothing of the client or of Spring")
	void emulatorIsIndependent() {
		ArchRuleDefinition.classes()
			.that()
			.resideInAPackage("io.contacthub.test")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("io.contacthub.test", "java..", "tools.jackson..", "com.github.tomakehurst.wiremock..",
					"org.jspecify..")
			.check(this.emulator);
	}

	@Test
	@DisplayName("only the emulator, its program and the policy are public")
	void publicApiIsSmall() {
		ArchRuleDefinition.classes()
			.that()
			.resideInAPackage("io.contacthub.test")
			.and()
			.arePublic()
			.should()
			.haveNameMatching(".*\\.(ContactHubEmulator(\\$Builder|Application)?|UniquenessPolicy)")
			.check(this.emulator);
	}

}
