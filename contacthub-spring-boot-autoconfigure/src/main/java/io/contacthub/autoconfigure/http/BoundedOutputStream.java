package io.contacthub.autoconfigure.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Stream of requests whose connection is closed when the server takes nothing more of
 * them: a socket has no time-out for writing. Long requests are sent in pieces.
 */
final class BoundedOutputStream extends FilterOutputStream {

	private static final int PIECE = 64 * 1024;

	private final AnswerBounds bounds;

	private final TransferWatch watch;

	private final Pause pause;

	/**
	 * Create the stream.
	 * @param out what it writes to
	 * @param bounds know how much time there is
	 * @param abort closes the connection when the time is over
	 * @param pause what is done between two pieces
	 */
	BoundedOutputStream(OutputStream out, AnswerBounds bounds, Runnable abort, Pause pause) {
		super(out);
		this.bounds = bounds;
		this.watch = new TransferWatch(abort);
		this.pause = pause;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.watch.begin(this.bounds.timeLeft());
		try {
			for (int done = 0; done < length; done += PIECE) {
				if (done > 0) {
					this.pause.take();
				}
				this.out.write(bytes, offset + done, Math.min(PIECE, length - done));
			}
		}
		finally {
			this.watch.end();
		}
	}

	/**
	 * Callback between two pieces of a request, which may put an end to it.
	 */
	@FunctionalInterface
	interface Pause {

		void take() throws IOException;

	}

}
