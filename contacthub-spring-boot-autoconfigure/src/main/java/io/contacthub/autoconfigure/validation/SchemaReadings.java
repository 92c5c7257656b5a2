package io.contacthub.autoconfigure.validation;

import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What became of the readings of schemas, which is told once each time that it changes.
 */
class SchemaReadings {

	private static final Log logger = LogFactory.getLog("io.contacthub.validation");

	private final SchemaSubject subject;

	private final String prefix;

	private boolean failing;

	SchemaReadings(SchemaSubject subject, String prefix) {
		this.subject = subject;
		this.prefix = prefix;
	}

	/**
	 * Return whether a failure is that of a token that may not read the schemas.
	 */
	static boolean isForbidden(Throwable failure) {
		ApiError error = ContactHubFailure.in(failure).map(ContactHubFailure::apiError).orElse(null);
		return error != null && (error.status() == 401 || error.status() == 403);
	}

	synchronized void succeeded() {
		if (this.failing) {
			this.failing = false;
			logger.info(property(this.subject.documents()) + ": the " + this.subject.schemas()
					+ " of the workspace can be read again, " + this.subject.documents() + " are checked");
		}
	}

	/**
	 * Tell of a failure.
	 * @param failure the failure
	 * @param former those that were read before
	 */
	synchronized void failed(Throwable failure, @Nullable WorkspaceSchemas former) {
		if (!this.failing) {
			this.failing = true;
			logger.warn(property(this.subject.documents()) + ": the " + this.subject.schemas()
					+ " of the workspace cannot be read, " + this.subject.documents()
					+ ((former != null) ? " are checked by those that were read before: " : " are sent unchecked: ")
					+ failure.getMessage()
					+ (isForbidden(failure) ? "; give a token that may read them by " + property("token") : ""));
		}
	}

	private String property(String name) {
		return this.prefix + ".validation." + name;
	}

}
