package io.contacthub.autoconfigure.http;

import java.io.IOException;

/**
 * Exception thrown for a connection that was kept and cannot be used again, before
 * anything of a request was sent on it.
 */
final class StaleConnectionException extends IOException {

	StaleConnectionException() {
		super("The connection that was kept cannot be used again");
	}

}
