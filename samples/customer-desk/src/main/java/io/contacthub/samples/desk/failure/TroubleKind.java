package io.contacthub.samples.desk.failure;

import java.util.Locale;

import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;

/**
 * Kinds of failures, each with words and a next step of its own.
 */
public enum TroubleKind {

	/**
	 * ContactHub cannot be reached, or is down.
	 */
	OUTAGE(HttpStatus.SERVICE_UNAVAILABLE),

	/**
	 * ContactHub does not answer in time.
	 */
	SLOW(HttpStatus.SERVICE_UNAVAILABLE),

	/**
	 * There were too many requests.
	 */
	RATE_LIMIT(HttpStatus.SERVICE_UNAVAILABLE),

	/**
	 * ContactHub does not accept the token.
	 */
	TOKEN(HttpStatus.BAD_GATEWAY),

	/**
	 * The token may not do this.
	 */
	RIGHT(HttpStatus.BAD_GATEWAY),

	/**
	 * The address, the workspace or the node is wrong.
	 */
	SETTINGS(HttpStatus.BAD_GATEWAY),

	/**
	 * ContactHub refuses what was sent.
	 */
	REFUSED(HttpStatus.UNPROCESSABLE_CONTENT),

	/**
	 * There is no such thing.
	 */
	NOT_FOUND(HttpStatus.NOT_FOUND),

	/**
	 * It exists already.
	 */
	CONFLICT(HttpStatus.CONFLICT),

	/**
	 * Somebody else is changing the same.
	 */
	CONCURRENT(HttpStatus.CONFLICT),

	/**
	 * The answer cannot be understood.
	 */
	BROKEN(HttpStatus.BAD_GATEWAY),

	/**
	 * The fault is the desk's.
	 */
	DESK(HttpStatus.INTERNAL_SERVER_ERROR);

	private final HttpStatus status;

	TroubleKind(HttpStatus status) {
		this.status = status;
	}

	static TroubleKind of(RuntimeException ex, @Nullable ContactHubFailure failure) {
		ApiError error = (failure != null) ? failure.apiError() : null;
		int status = (error != null) ? error.status() : 0;
		if (ex instanceof ConcurrencyFailureException) {
			return CONCURRENT;
		}
		if (ex instanceof TransientDataAccessException) {
			return (status == 429) ? RATE_LIMIT : (ex instanceof QueryTimeoutException) ? SLOW : OUTAGE;
		}
		if (ex instanceof PermissionDeniedDataAccessException) {
			return (status == 401) ? TOKEN : RIGHT;
		}
		if (ex instanceof EmptyResultDataAccessException) {
			return (failure == null || hasId(failure)) ? NOT_FOUND : SETTINGS;
		}
		if (ex instanceof DuplicateKeyException) {
			return CONFLICT;
		}
		if (ex instanceof DataIntegrityViolationException) {
			return REFUSED;
		}
		if (error != null && (status == 404 || status == 410)) {
			return SETTINGS;
		}
		return (ex instanceof DataAccessException) ? BROKEN : DESK;
	}

	/**
	 * Return whether the address that ContactHub does not have had an id, such as
	 * {@code GET /customers/{id}}: then it is the thing that is missing. All customers of
	 * a workspace, {@code GET /customers}, are missing only where the settings name
	 * another one.
	 */
	private static boolean hasId(ContactHubFailure failure) {
		return failure.operation().contains("{");
	}

	public HttpStatus status() {
		return this.status;
	}

	/**
	 * Return whether trying again may help.
	 * @return whether it is over soon
	 */
	public boolean isTemporary() {
		return this.status == HttpStatus.SERVICE_UNAVAILABLE || this == CONCURRENT;
	}

	/**
	 * Return the part of the keys of the words that is this kind's.
	 * @return the part, in lower case
	 */
	public String words() {
		return name().toLowerCase(Locale.ROOT);
	}

}
