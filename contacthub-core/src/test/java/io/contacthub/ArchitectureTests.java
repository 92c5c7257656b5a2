package io.contacthub;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The rules of the house.
 */
@AnalyzeClasses(packages = "io.contacthub", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule coreDoesWithoutSpringBoot = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.boot..");

	@ArchTest
	static final ArchRule packagesHaveNoCycles = SlicesRuleDefinition.slices()
		.matching("io.contacthub.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule rootIsTheRoof = noClasses().that()
		.resideInAPackage("io.contacthub.*..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.contacthub");

	@ArchTest
	static final ArchRule jsonIsTheLowestFloor = noClasses().that()
		.resideInAPackage("io.contacthub.json")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.contacthub", "io.contacthub.error", "io.contacthub.client", "io.contacthub.customer",
				"io.contacthub.event");

	@ArchTest
	static final ArchRule errorsKnowNoTransport = noClasses().that()
		.resideInAPackage("io.contacthub.error")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.contacthub", "io.contacthub.client", "io.contacthub.customer", "io.contacthub.event");

	@ArchTest
	static final ArchRule transportKnowsNoEntity = noClasses().that()
		.resideInAPackage("io.contacthub.client")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.contacthub", "io.contacthub.customer", "io.contacthub.event");

	@ArchTest
	static final ArchRule onlyOneClassKnowsSpringRetry = noClasses().that()
		.haveNameNotMatching("io\\.contacthub\\.client\\.RequestRetrier(\\$.*)?")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.retry..");

	@ArchTest
	static final ArchRule publicTypesAreNullMarked = classes().that()
		.arePublic()
		.should(new ArchCondition<>("be in a null-marked package") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
					events.add(SimpleConditionEvent.violated(type,
							type.getName() + " is in a package without @NullMarked"));
				}
			}
		});

}
