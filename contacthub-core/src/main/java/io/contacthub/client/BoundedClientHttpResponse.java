package io.contacthub.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.unit.DataSize;

/**
 * An answer whose body is read within bounds, and whose headers can be read whatever they
 * say.
 */
final class BoundedClientHttpResponse implements ClientHttpResponse {

	private static final int WORTH_READING_TO_REUSE_THE_CONNECTION = 64 * 1024;

	private final ClientHttpResponse response;

	private final HttpStatusCode status;

	private final HttpHeaders headers;

	private final RequestAttempt attempt;

	private final long limit;

	private final long length;

	private final boolean rereadable;

	private @Nullable BoundedBody body;

	private @Nullable RereadableBody copy;

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
		this.length = this.headers.getContentLength();
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
		BoundedBody bounded = body();
		if (!this.rereadable) {
			return bounded;
		}
		if (this.copy == null) {
			this.copy = new RereadableBody(bounded);
		}
		return this.copy.reading();
	}

	private BoundedBody body() {
		BoundedBody present = this.body;
		if (present == null) {
			try {
				present = new BoundedBody(this.response.getBody(), this.attempt, this.limit, this.length);
			}
			catch (IOException ex) {
				present = BoundedBody.failed(ex, this.attempt);
			}
			this.body = present;
		}
		return present;
	}

	/**
	 * Return the beginning of what has been read of the body.
	 */
	String head() {
		Charset charset = charset();
		return (this.body != null) ? this.body.head((charset != null) ? charset : StandardCharsets.UTF_8) : "";
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
		return (this.body != null) ? this.body.failure() : null;
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
		BoundedBody bounded = body();
		try (bounded) {
			if (!bounded.isReadToItsEnd()) {
				// what can be read again is kept until then
				getBody().readNBytes(WORTH_READING_TO_REUSE_THE_CONNECTION);
			}
		}
		catch (IOException ex) {
			// what is needed of the answer has been read
		}
		finally {
			this.closed = true;
			bounded.answerClosed();
			this.response.close();
		}
	}

}
