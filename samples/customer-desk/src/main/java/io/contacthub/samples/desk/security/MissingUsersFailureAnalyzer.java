package io.contacthub.samples.desk.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analyzer that says which properties name the users.
 */
final class MissingUsersFailureAnalyzer extends AbstractFailureAnalyzer<MissingUsersException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingUsersException cause) {
		return new FailureAnalysis(cause.getMessage(), """
				Name at least one user, here 'ada', with a password of your own:

				desk:
				  users:
				    ada:
				      password: ${DESK_USERS_ADA_PASSWORD}
				      role: editor  # or reader, who may not change anything""", cause);
	}

}
