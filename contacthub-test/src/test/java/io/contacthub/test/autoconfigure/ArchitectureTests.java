package io.contacthub.test.autoconfigure;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/**
 * The rules of the house for the annotations of tests.
 */
@AnalyzeClasses(packagesOf = ContactHubTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule onlyAnnotationsArePublic = classes().that()
		.doNotBelongToAnyOf(AutoConfigureContactHubEmulator.class, ContactHubTest.class)
		.should()
		.notBePublic();

}
