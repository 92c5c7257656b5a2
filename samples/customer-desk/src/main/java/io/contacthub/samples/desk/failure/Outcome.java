package io.contacthub.samples.desk.failure;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.Execution;

import org.springframework.http.HttpMethod;

/**
 * What may have been done although it failed, because the answer was lost or is not there
 * yet.
 */
public enum Outcome {

	/**
	 * Nothing was done, or only read.
	 */
	NOTHING,

	/**
	 * Something may have been changed or deleted; doing it again does no harm.
	 */
	PERHAPS_CHANGED,

	/**
	 * Something may have been added; doing it again may add it twice.
	 */
	PERHAPS_ADDED,

	/**
	 * It was sent before and is still under way.
	 */
	UNDER_WAY;

	/**
	 * Judge a failure.
	 * @param failure the failure
	 * @return what may have been done
	 */
	public static Outcome of(ContactHubFailure failure) {
		HttpMethod method = failure.failedOperation().method();
		if (method == HttpMethod.GET || failure.execution() == Execution.NO) {
			return NOTHING;
		}
		return (method == HttpMethod.POST) ? PERHAPS_ADDED : PERHAPS_CHANGED;
	}

}
