package io.contacthub.autoconfigure.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/**
 * Stream of answers that are read within their bounds, unless it is only looked whether
 * anything is there.
 */
final class BoundedInputStream extends FilterInputStream {

	private final Socket socket;

	private final AnswerBounds bounds;

	private final InputProbe probe;

	private final BoundedSocket connection;

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
		int timeout = this.socket.getSoTimeout();
		long left = this.bounds.timeLeft().toMillis();
		boolean shorter = timeout == 0 || left < timeout;
		if (shorter) {
			this.socket.setSoTimeout((int) Math.max(1, Math.min(left, Integer.MAX_VALUE)));
		}
		try {
			return this.bounds.count(super.read(bytes, offset, length));
		}
		finally {
			if (shorter) {
				this.socket.setSoTimeout(timeout);
			}
		}
	}

}
