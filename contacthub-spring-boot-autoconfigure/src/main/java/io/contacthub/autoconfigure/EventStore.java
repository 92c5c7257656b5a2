package io.contacthub.autoconfigure;

import io.contacthub.event.DurableEventPublisher;

/**
 * Where the events of publishers are kept until they are sent.
 */
public enum EventStore {

	/**
	 * In memory: those that wait are lost when the process is killed.
	 */
	MEMORY,

	/**
	 * In the application's own database, see {@link DurableEventPublisher}.
	 */
	JDBC

}
