package io.contacthub.test;

import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the emulator may use: it is to judge the client, so it must not contain
 * it.
 */
class IndependenceTests {

	private static final String TEST_SUPPORT = "io\\.contacthub\\.test\\.autoconfigure\\."
			+ "(ContactHubTest|ContactHubTestContextBootstrapper|ContactHubTypeExcludeFilter|"
			+ "EmulatorContextCustomizerFactory.*|EmulatorTestExecutionListener)";

	private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
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
			.check(CLASSES);
	}

	@Test
	@DisplayName("an application that runs on the emulator needs no test framework")
	void applicationsNeedNoTestFramework() {
		ArchRuleDefinition.noClasses()
			.that()
			.haveNameNotMatching(TEST_SUPPORT)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.junit..", "org.springframework.test..", "org.springframework.boot.test..")
			.check(CLASSES);
	}

	@Test
	@DisplayName("an application that runs on the emulator gets no test framework")
	void applicationsGetNoTestFramework() throws Exception {
		NodeList dependencies = (NodeList) XPathFactory.newInstance()
			.newXPath()
			.evaluate("/project/dependencies/dependency[not(optional='true') and not(scope='test')]/artifactId",
					DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml"), XPathConstants.NODESET);
		assertThat(IntStream.range(0, dependencies.getLength()).mapToObj(dependencies::item))
			.extracting(Node::getTextContent)
			.containsExactly("contacthub-spring-boot-autoconfigure", "wiremock-standalone");
	}

	@Test
	@DisplayName("only the auto-configuration and the annotations for tests are public beside the emulator")
	void publicAnnotations() {
		ArchRuleDefinition.classes()
			.that()
			.resideInAPackage("io.contacthub.test.autoconfigure")
			.and()
			.arePublic()
			.should()
			.haveNameMatching(
					".*\\.(ContactHubEmulatorAutoConfiguration|AutoConfigureContactHubEmulator|ContactHubTest)")
			.check(CLASSES);
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
			.check(CLASSES);
	}

}
