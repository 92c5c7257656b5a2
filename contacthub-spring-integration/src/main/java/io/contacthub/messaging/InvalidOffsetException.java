package io.contacthub.messaging;

/**
 * Exception thrown when what a store has in the place of an offset is none.
 */
class InvalidOffsetException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	InvalidOffsetException(String message) {
		super(message);
	}

}
