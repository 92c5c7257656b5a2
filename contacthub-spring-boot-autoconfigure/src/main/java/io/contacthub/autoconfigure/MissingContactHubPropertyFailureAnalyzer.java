package io.contacthub.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Shows the lines to add to the configuration when a property is missing.
 */
class MissingContactHubPropertyFailureAnalyzer extends AbstractFailureAnalyzer<MissingContactHubPropertyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingContactHubPropertyException cause) {
		String description = "ContactHub cannot be reached because the property '" + cause.property()
				+ "' is missing or blank.";
		String action = """
				Add the ids and the token that the settings of your ContactHub workspace show to application.yml:

				contacthub:
				  workspace-id: <id of the workspace>
				  token: ${CONTACTHUB_TOKEN}
				  node-id: <id of the node>

				The token is a secret: keep it in the environment variable CONTACTHUB_TOKEN. \
				To run without ContactHub, set:

				contacthub:
				  enabled: false
				""";
		return new FailureAnalysis(description, action, cause);
	}

}
