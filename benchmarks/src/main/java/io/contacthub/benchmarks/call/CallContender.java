package io.contacthub.benchmarks.call;

import java.io.Closeable;
import java.io.IOException;

/**
 * A client of ContactHub, made in one way or another.
 */
interface CallContender extends Closeable {

	/**
	 * Get a customer by its id.
	 * @return the customer, read into objects
	 */
	Object customer(String id) throws Exception;

	/**
	 * Get the first page of 50 customers.
	 * @return the page with its customers, read into objects
	 */
	Object page() throws Exception;

	/**
	 * Make an event and add it.
	 * @return what the answer says of it
	 */
	Object addEvent(String customerId) throws Exception;

	@Override
	void close() throws IOException;

}
