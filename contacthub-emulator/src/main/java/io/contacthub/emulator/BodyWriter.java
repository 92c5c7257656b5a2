package io.contacthub.emulator;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Strategy to write the body of an answer that is too large to be held.
 */
@FunctionalInterface
interface BodyWriter {

	/**
	 * Write the body.
	 * @param output goes to the client
	 * @throws IOException if the client is gone
	 */
	void writeTo(OutputStream output) throws IOException;

}
