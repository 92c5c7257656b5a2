package io.contacthub.autoconfigure.http;

/**
 * Connections that are kept for later requests, which a process that is to be frozen must
 * not have.
 */
@FunctionalInterface
interface IdleConnections extends AutoCloseable {

	/**
	 * Close those that no request uses; later requests open others.
	 */
	void closeIdle();

	/**
	 * Close those among some resources that no request uses.
	 */
	static void closeIdle(Iterable<AutoCloseable> resources) {
		for (AutoCloseable resource : resources) {
			if (resource instanceof IdleConnections connections) {
				connections.closeIdle();
			}
		}
	}

	/**
	 * They are closed with their engine.
	 */
	@Override
	default void close() {
	}

}
