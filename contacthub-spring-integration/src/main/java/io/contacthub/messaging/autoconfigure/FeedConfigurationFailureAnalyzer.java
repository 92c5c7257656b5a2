package io.contacthub.messaging.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer that explains a wrong configuration of the feed, with lines to paste.
 */
class FeedConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<FeedConfigurationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FeedConfigurationException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
