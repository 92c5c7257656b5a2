package io.contacthub.messaging.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.BadSqlGrammarException;

/**
 * Failure analyzer that explains that the database lacks the tables that the feed keeps
 * its offset and its leader in.
 */
class MissingTableFailureAnalyzer extends AbstractFailureAnalyzer<BadSqlGrammarException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BadSqlGrammarException cause) {
		String sql = cause.getSql();
		if (!sql.contains("INT_METADATA_STORE") && !sql.contains("INT_LOCK")) {
			// the failure of somebody else
			return null;
		}
		return new FailureAnalysis(
				"The database has no table " + (sql.contains("INT_LOCK") ? "INT_LOCK" : "INT_METADATA_STORE")
						+ ", which Spring Integration keeps offsets and locks in: "
						+ NestedExceptionUtils.getMostSpecificCause(cause).getMessage(),
				"""
						Have the tables created when the application starts:

						spring:
						  integration:
						    jdbc:
						      initialize-schema: always

						Or copy the file of your database to your migrations: \
						org/springframework/integration/jdbc/schema-<database>.sql of spring-integration-jdbc.
						""", cause);
	}

}
