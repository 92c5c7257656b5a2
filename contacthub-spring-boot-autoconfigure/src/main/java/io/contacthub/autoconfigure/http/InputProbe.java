package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

import org.apache.hc.core5.util.Timeout;

/**
 * Probe for what has come on a connection and was not read yet, be it the end. On sockets
 * of channels it does not wait.
 */
final class InputProbe {

	private static final SocketTimeoutException NOTHING = new SocketTimeoutException("Nothing is there");

	private boolean looking;

	private boolean waits;

	private boolean ended;

	/**
	 * Look whether anything is there.
	 * @param wait how long it is waited for
	 * @param reader reads from the streams that ask this probe
	 */
	boolean findsInput(Duration wait, Reader reader) {
		this.looking = true;
		this.waits = !wait.isZero();
		this.ended = false;
		try {
			return reader.isDataAvailable(
					this.waits ? Timeout.ofMilliseconds(wait.toMillis() + 1) : Timeout.ONE_MILLISECOND) || this.ended;
		}
		catch (IOException ex) {
			return true;
		}
		finally {
			this.looking = false;
		}
	}

	/**
	 * Return whether who reads only wants to know whether anything is there.
	 */
	boolean isLooking() {
		return this.looking;
	}

	/**
	 * Read what is there. What comes within TLS may be for TLS only, and must not be
	 * taken from below it.
	 * @throws SocketTimeoutException when there is nothing
	 */
	int read(InputStream in, BoundedSocket connection, byte[] bytes, int offset, int length) throws IOException {
		boolean tls = connection.getSSLSocket() != null;
		SocketChannel channel = connection.raw().getChannel();
		int result;
		if (this.waits || tls && in.available() > 0
				|| (tls || channel == null) && connection.raw().getInputStream().available() > 0) {
			result = in.read(bytes, offset, length);
		}
		else if (channel == null) {
			throw NOTHING;
		}
		else {
			result = read(channel, tls ? ByteBuffer.allocate(1) : ByteBuffer.wrap(bytes, offset, length));
			result = (tls && result > 0) ? -1 : result;
		}
		this.ended = result < 0;
		return result;
	}

	private static int read(SocketChannel channel, ByteBuffer buffer) throws IOException {
		channel.configureBlocking(false);
		try {
			int result = channel.read(buffer);
			if (result == 0) {
				throw NOTHING;
			}
			return result;
		}
		finally {
			channel.configureBlocking(true);
		}
	}

	/**
	 * Reader of the connection that is looked at.
	 */
	@FunctionalInterface
	interface Reader {

		boolean isDataAvailable(Timeout timeout) throws IOException;

	}

}
