package io.contacthub.autoconfigure.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Stream of answers that are read within their bounds, unless it is only looked whether
 * anything is there.
 */
final class BoundedInputStream extends FilterInputStream {

	private final Socket socket;

	private final AnswerBounds bounds;

	private final InputProbe probe;

	private final BoundedSocket connection;

	private final TransferWatch watch;

	/**
	 * Create the stream.
	 * @param in what it reads from
	 * @param socket the socket whose time-out holds
	 * @param bounds the bounds of answers
	 * @param probe reads instead while it is only looked
	 * @param connection where the probe looks
	 */
	BoundedInputStream(InputStream in, Socket socket, AnswerBounds bounds, InputProbe probe, BoundedSocket connection) {
		super(in);
		this.socket = socket;
		this.bounds = bounds;
		this.probe = probe;
		this.connection = connection;
		this.watch = new TransferWatch(connection::abort);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) > 0) ? (one[0] & 0xff) : -1;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		if (this.probe.isLooking()) {
			return this.probe.read(this.in, this.connection, bytes, offset, length);
		}
		return this.bounds.count(readWatched(bytes, offset, length));
	}

	/**
	 * Read without the time-out of the socket, with which each read takes six calls of
	 * the operating system more.
	 */
	private int readWatched(byte[] bytes, int offset, int length) throws IOException {
		try {
			int timeout = this.socket.getSoTimeout();
			Duration left = this.bounds.timeLeft();
			this.watch.begin((timeout == 0 || left.toMillis() < timeout) ? left : Duration.ofMillis(timeout));
			try {
				this.socket.setSoTimeout(0);
				return this.in.read(bytes, offset, length);
			}
			finally {
				this.watch.end();
				if (!this.socket.isClosed()) {
					this.socket.setSoTimeout(timeout);
				}
			}
		}
		catch (IOException ex) {
			// whatever it was that found the connection closed
			throw this.watch.isOver() ? (IOException) new SocketTimeoutException("Read timed out").initCause(ex) : ex;
		}
	}

}
