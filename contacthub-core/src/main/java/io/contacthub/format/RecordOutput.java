package io.contacthub.format;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/**
 * Buffered output that gives up at its first failure: what is behind a part that could
 * not be written must not be written either.
 */
final class RecordOutput implements Flushable, Closeable {

	private static final int BUFFER = 8192;

	private final OutputStream output;

	private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER);

	private @Nullable IOException failure;

	private boolean closed;

	private long bytes;

	RecordOutput(OutputStream output) {
		this.output = output;
	}

	void write(byte[] bytes) throws IOException {
		check();
		this.buffer.write(bytes, 0, bytes.length);
		if (this.buffer.size() >= BUFFER) {
			drain();
		}
	}

	private void check() throws IOException {
		if (this.failure != null) {
			throw new IOException(this.failure.getMessage(), this.failure);
		}
		if (this.closed) {
			throw new IOException("The file is closed");
		}
	}

	private void drain() throws IOException {
		try {
			this.buffer.writeTo(this.output);
			this.bytes += this.buffer.size();
			this.buffer.reset();
		}
		catch (IOException ex) {
			this.failure = ex;
			throw ex;
		}
	}

	/**
	 * Return whether nothing is written any more, for a failure or since it is closed.
	 */
	boolean hasFailed() {
		return this.failure != null || this.closed;
	}

	/**
	 * Return how many bytes were given to the stream.
	 */
	long bytesWritten() {
		return this.bytes;
	}

	@Override
	public void flush() throws IOException {
		check();
		drain();
		try {
			this.output.flush();
		}
		catch (IOException ex) {
			this.failure = ex;
			throw ex;
		}
	}

	@Override
	public void close() throws IOException {
		if (this.closed) {
			return;
		}
		try {
			if (this.failure == null) {
				flush();
			}
		}
		finally {
			this.closed = true;
			this.output.close();
		}
	}

}
