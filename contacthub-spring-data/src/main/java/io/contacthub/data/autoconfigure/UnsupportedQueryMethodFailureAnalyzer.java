package io.contacthub.data.autoconfigure;

import io.contacthub.data.UnsupportedQueryMethodException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analyzer of methods of repositories that ask for what ContactHub cannot do.
 */
class UnsupportedQueryMethodFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedQueryMethodException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedQueryMethodException cause) {
		return new FailureAnalysis("A method of a repository cannot be implemented. " + cause.reason() + ".",
				cause.remedy() + ".", cause);
	}

}
