package io.contacthub.client;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.unit.DataSize;

/**
 * An answer that is read within bounds of time and size, and of which is remembered how
 * it began and whether it broke off.
 */
final class BoundedClientHttpResponse implements ClientHttpResponse {

	private static final int HEAD = 2000;

	private static final int WORTH_READING_TO_REUSE_THE_CONNECTION = 64 * 1024;

	private final ClientHttpResponse response;

	private final HttpStatusCode status;

	private final HttpHeaders headers;

	private final RequestAttempt attempt;

	private final long limit;

	private final boolean rereadable;

	private final ByteArrayOutputStream head;

	private final Copy read = new Copy();

	private @Nullable Body body;

	private @Nullable IOException failure;

	private boolean readToItsEnd;

	private boolean closed;

	private BoundedClientHttpResponse(ClientHttpResponse response, RequestAttempt attempt, DataSize limit,
			boolean rereadable) throws IOException {
		this.response = response;
		this.attempt = attempt;
		this.limit = limit.toBytes();
		try {
			this.status = response.getStatusCode();
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("The status is no HTTP status", ex);
		}
		this.rereadable = rereadable || !isSuccessful();
		this.headers = readable(response.getHeaders(), rereadable);
		long length = this.headers.getContentLength();
		this.head = new ByteArrayOutputStream((length >= 0) ? (int) Math.min(length, HEAD) : HEAD);
	}

	/**
	 * Bound an answer whose status and headers have arrived, and have its attempt know
	 * it.
	 * @param response the answer
	 * @param attempt the attempt that it answers
	 * @param limit the greatest size of its body
	 * @param rereadable whether others than its reader may read the body before; that of
	 * an error can always be read again
	 * @return the answer, itself if it is bounded already
	 * @throws IOException when its status and headers are no HTTP
	 */
	static BoundedClientHttpResponse of(ClientHttpResponse response, RequestAttempt attempt, DataSize limit,
			boolean rereadable) throws IOException {
		BoundedClientHttpResponse bounded;
		if (response instanceof BoundedClientHttpResponse answer) {
			bounded = answer;
		}
		else {
			try {
				bounded = new BoundedClientHttpResponse(response, attempt, limit, rereadable);
			}
			catch (IOException ex) {
				response.close();
				throw ex;
			}
		}
		// also one known before: an interceptor may have made further requests after it
		attempt.answered(bounded);
		return bounded;
	}

	/**
	 * Return the headers without what would fail its reader: an answer is judged by its
	 * status and its body. They are copied when others may change them.
	 */
	private static HttpHeaders readable(HttpHeaders headers, boolean changeable) {
		try {
			headers.getContentLength();
			headers.getContentType();
			if (!changeable) {
				return headers;
			}
		}
		catch (IllegalArgumentException ex) {
			// they are mended
		}
		HttpHeaders readable = new HttpHeaders();
		readable.putAll(headers);
		try {
			readable.getContentLength();
		}
		catch (NumberFormatException ex) {
			readable.remove(HttpHeaders.CONTENT_LENGTH);
		}
		try {
			readable.getContentType();
		}
		catch (IllegalArgumentException ex) {
			readable.setContentType(MediaType.APPLICATION_JSON);
		}
		return readable;
	}

	/**
	 * Return the attempt that this answers.
	 */
	RequestAttempt attempt() {
		return this.attempt;
	}

	/**
	 * Return what hides the tokens that the answer may repeat.
	 */
	TokenRedactor redactor() {
		return this.attempt.call().redactor();
	}

	boolean isSuccessful() {
		return this.status.is2xxSuccessful();
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return this.status;
	}

	@Override
	public String getStatusText() throws IOException {
		return this.response.getStatusText();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	@Override
	public InputStream getBody() {
		return this.rereadable ? new Reading(body()) : body();
	}

	private Body body() {
		Body stream = this.body;
		if (stream == null) {
			try {
				stream = new Body(this.response.getBody());
			}
			catch (IOException ex) {
				this.failure = ex;
				stream = new Body(InputStream.nullInputStream());
			}
			this.body = stream;
		}
		return stream;
	}

	/**
	 * Return the beginning of what has been read of the body.
	 */
	String head() {
		Charset charset = charset();
		return this.head.toString((charset != null) ? charset : StandardCharsets.UTF_8);
	}

	/**
	 * Return the charset that the answer declares, or {@code null} when it declares none
	 * that is known here.
	 */
	@Nullable Charset charset() {
		try {
			MediaType type = this.headers.getContentType();
			return (type != null) ? type.getCharset() : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Return why the body could not be read to its end, or {@code null}.
	 */
	@Nullable IOException failure() {
		return this.failure;
	}

	/**
	 * Close the body before the answer: some engines read an answer to its end when it is
	 * closed, however long it is.
	 */
	@Override
	public void close() {
		if (this.closed) {
			return;
		}
		try (InputStream stream = body()) {
			if (!this.readToItsEnd) {
				// what can be read again is kept until then
				(this.rereadable ? new Reading(body()) : stream).readNBytes(WORTH_READING_TO_REUSE_THE_CONNECTION);
			}
		}
		catch (IOException ex) {
			// what is needed of the answer has been read
		}
		finally {
			this.closed = true;
			this.response.close();
		}
	}

	/**
	 * Exception thrown when a body is longer than allowed.
	 */
	static final class TooLongException extends IOException {

		TooLongException(long limit) {
			super("the answer is longer than " + limit + " bytes: if that is right, raise maxResponseSize");
		}

	}

	/**
	 * What has been read of a body that can be read again.
	 */
	private static final class Copy extends ByteArrayOutputStream {

		Copy() {
			super(0);
		}

		void copy(int position, byte[] bytes, int offset, int length) {
			System.arraycopy(this.buf, position, bytes, offset, length);
		}

	}

	/**
	 * One reading of a body that can be read several times, from its beginning.
	 */
	private final class Reading extends InputStream {

		private final Body source;

		private int position;

		Reading(Body source) {
			this.source = source;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) > 0) ? (one[0] & 0xff) : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int known = BoundedClientHttpResponse.this.read.size() - this.position;
			if (known > 0) {
				int count = Math.min(known, length);
				BoundedClientHttpResponse.this.read.copy(this.position, bytes, offset, count);
				this.position += count;
				return count;
			}
			if (BoundedClientHttpResponse.this.readToItsEnd) {
				return -1;
			}
			int count = this.source.read(bytes, offset, length);
			if (count > 0) {
				BoundedClientHttpResponse.this.read.write(bytes, offset, count);
				this.position += count;
			}
			return count;
		}

	}

	/**
	 * The body, read within its bounds.
	 */
	private final class Body extends FilterInputStream {

		private long count;

		Body(InputStream body) {
			super(body);
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) > 0) ? (one[0] & 0xff) : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			if (BoundedClientHttpResponse.this.failure != null) {
				throw BoundedClientHttpResponse.this.failure;
			}
			CallDeadline before = BoundedClientHttpResponse.this.attempt.call().deadline().set();
			try {
				int read = this.in.read(bytes, offset, length);
				if (read > 0) {
					BoundedClientHttpResponse.this.head.write(bytes, offset,
							Math.min(read, HEAD - BoundedClientHttpResponse.this.head.size()));
					this.count += read;
				}
				BoundedClientHttpResponse.this.readToItsEnd = read < 0;
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
			if (this.count > BoundedClientHttpResponse.this.limit) {
				throw new TooLongException(BoundedClientHttpResponse.this.limit);
			}
			if (BoundedClientHttpResponse.this.attempt.call().deadline().remaining().isZero()) {
				throw new SocketTimeoutException("The call has taken too long");
			}
		}

		private IOException fail(IOException ex) {
			if (ex instanceof InterruptedIOException && !(ex instanceof SocketTimeoutException)) {
				// not every engine leaves the thread interrupted
				Thread.currentThread().interrupt();
			}
			IOException reason = ex;
			if (!BoundedClientHttpResponse.this.closed && closedByTimer(ex)) {
				reason = new SocketTimeoutException("The answer has taken too long");
				reason.initCause(ex);
			}
			BoundedClientHttpResponse.this.failure = reason;
			return reason;
		}

		/**
		 * Return whether a timer has closed the answer: the client of the JDK has its
		 * answers closed by another thread when the time is up. It tells so in these
		 * words, in later versions with the cancellation as the last of its causes.
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

	}

}
