package io.contacthub.emulator.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer that says how to build an application without the emulator.
 */
class UnexpectedEmulatorFailureAnalyzer extends AbstractFailureAnalyzer<UnexpectedEmulatorException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnexpectedEmulatorException cause) {
		String description = "This application was processed ahead of time (AOT) with contacthub.emulator.enabled=true, "
				+ "which has built the ContactHub emulator in, but " + cause.reason() + '.';
		String action = """
				To run on the emulator, set contacthub.emulator.enabled=true and none of \
				contacthub.workspace-id, contacthub.token, contacthub.node-id, contacthub.ini-file, \
				contacthub.workspaces.*.token and contacthub.workspaces.*.ini-file. To run on ContactHub itself, build the application with:

				contacthub:
				  emulator:
				    enabled: false
				""";
		return new FailureAnalysis(description, action, cause);
	}

}
