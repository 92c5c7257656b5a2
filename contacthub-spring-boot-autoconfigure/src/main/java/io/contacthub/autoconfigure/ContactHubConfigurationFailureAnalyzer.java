package io.contacthub.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Failure analyzer that explains a wrong configuration, with lines to paste.
 */
class ContactHubConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ContactHubConfigurationException> {

	private static final String EMULATOR = "io.contacthub.emulator.ContactHubEmulator";

	private final Environment environment;

	ContactHubConfigurationFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ContactHubConfigurationException cause) {
		if (this.environment.getProperty("contacthub.emulator.enabled", Boolean.class, false)
				&& !ClassUtils.isPresent(EMULATOR, getClass().getClassLoader())) {
			return new FailureAnalysis(cause.getMessage()
					+ " The emulator that 'contacthub.emulator.enabled' asks for is not on the class path.", """
							To run on the emulator, add its dependency to pom.xml:

							<dependency>
							  <groupId>io.contacthub</groupId>
							  <artifactId>contacthub-emulator</artifactId>
							  <version>%s</version>
							</dependency>

							""".formatted(version()) + cause.action(), cause);
		}
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

	private String version() {
		String version = getClass().getPackage().getImplementationVersion();
		return (version != null) ? version : "that of contacthub-spring-boot-starter";
	}

}
