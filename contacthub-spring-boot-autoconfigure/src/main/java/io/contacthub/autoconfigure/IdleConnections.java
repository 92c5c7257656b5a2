package io.contacthub.autoconfigure;

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
	 * They are closed with their engine.
	 */
	@Override
	default void close() {
	}

}
