package io.contacthub.samples.desk.security;

/**
 * Exception thrown when the desk would show real customers and nobody is named who may
 * see them.
 */
final class MissingUsersException extends RuntimeException {

	MissingUsersException(String message) {
		super(message);
	}

}
