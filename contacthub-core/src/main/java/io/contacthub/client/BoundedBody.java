package io.contacthub.client;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;

/**
 * The body of an answer, which is read within bounds of time and size, and of which is
 * remembered how it began and whether it broke off.
 */
final class BoundedBody extends FilterInputStream {

	private static final int HEAD = 2000;

	private final RequestAttempt attempt;

	private final long limit;

	private final ByteArrayOutputStream head;

	private @Nullable IOException failure;

	private long count;

	private boolean readToItsEnd;

	private boolean answerClosed;

	/**
	 * Bound a body.
	 * @param body the body as it arrives
	 * @param attempt the attempt that it answers
	 * @param limit the greatest number of bytes
	 * @param length how many bytes were announced, negative if that is not known
	 */
	BoundedBody(InputStream body, RequestAttempt attempt, long limit, long length) {
		super(body);
		this.attempt = attempt;
		this.limit = limit;
		this.head = new ByteArrayOutputStream((length >= 0) ? (int) Math.min(length, HEAD) : HEAD);
	}

	/**
	 * Return a body that broke off before it began.
	 */
	static BoundedBody failed(IOException failure, RequestAttempt attempt) {
		BoundedBody body = new BoundedBody(InputStream.nullInputStream(), attempt, 0, 0);
		body.failure = failure;
		return body;
	}

	/**
	 * Return the beginning of what has been read.
	 */
	String head(Charset charset) {
		return this.head.toString(charset);
	}

	/**
	 * Return why it could not be read to its end, or {@code null}.
	 */
	@Nullable IOException failure() {
		return this.failure;
	}

	boolean isReadToItsEnd() {
		return this.readToItsEnd;
	}

	/**
	 * Take note that its answer was closed, after which it cannot be read any more.
	 */
	void answerClosed() {
		this.answerClosed = true;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) > 0) ? (one[0] & 0xff) : -1;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		if (this.failure != null) {
			throw this.failure;
		}
		CallDeadline before = this.attempt.call().deadline().set();
		try {
			int read = this.in.read(bytes, offset, length);
			if (read > 0) {
				this.head.write(bytes, offset, Math.min(read, HEAD - this.head.size()));
				this.count += read;
			}
			this.readToItsEnd = read < 0;
			check();
			return read;
		}
		catch (IOException ex) {
			throw fail(ex);
		}
		catch (RuntimeException ex) {
			throw fail(new IOException(ex));
		}
		finally {
			CallDeadline.restore(before);
		}
	}

	private void check() throws IOException {
		if (this.count > this.limit) {
			throw new TooLongException(this.limit);
		}
		if (this.attempt.call().deadline().remaining().isZero()) {
			throw new SocketTimeoutException("The call has taken too long");
		}
	}

	private IOException fail(IOException ex) {
		if (ex instanceof InterruptedIOException && !(ex instanceof SocketTimeoutException)) {
			// not every engine leaves the thread interrupted
			Thread.currentThread().interrupt();
		}
		IOException reason = ex;
		if (!this.answerClosed && closedByTimer(ex)) {
			reason = new SocketTimeoutException("The answer has taken too long");
			reason.initCause(ex);
		}
		this.failure = reason;
		return reason;
	}

	/**
	 * Return whether a timer has closed the answer: the client of the JDK has its answers
	 * closed by another thread when the time is up. It tells so in these words, in later
	 * versions with the cancellation as the last of its causes.
	 */
	private static boolean closedByTimer(IOException failure) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
		return "closed".equals(failure.getMessage())
				&& (root == failure || "subscription cancelled".equals(root.getMessage()));
	}

	@Override
	public long skip(long count) throws IOException {
		return readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	/**
	 * Exception thrown when a body is longer than allowed.
	 */
	static final class TooLongException extends IOException {

		TooLongException(long limit) {
			super("the answer is longer than " + limit + " bytes: if that is right, raise maxResponseSize");
		}

	}

}
