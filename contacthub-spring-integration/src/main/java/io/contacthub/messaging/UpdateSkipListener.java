package io.contacthub.messaging;

import io.contacthub.update.Update;

/**
 * Listener that is told of each change that was given up after the greatest number of
 * attempts, so that those behind it go on. Without one, it is logged as an error.
 */
@FunctionalInterface
public interface UpdateSkipListener {

	/**
	 * Take note of a change that nobody is told of any more. What this throws is logged.
	 * Where messages are handled in transactions, that of this one is rolled back: store
	 * what is to stay in a transaction of its own.
	 * @param update the change
	 * @param failure why the last attempt failed; where an endpoint of Spring Integration
	 * rejects a message, that endpoint alone knows it, and its error channel tells
	 */
	void skipped(Update update, Throwable failure);

}
