package io.contacthub.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.client.MockClientHttpResponse;

/**
 * An answer that a server could give.
 *
 * @param status the HTTP status
 * @param contentType the content type, or {@code null} for none
 * @param retryAfter the header of this name, or {@code null} for none
 * @param body the body
 * @param broken whether the connection breaks at the end of the body
 */
record Answer(int status, String contentType, String retryAfter, byte[] body, boolean broken) {

	private static final List<Integer> STATUSES = List.of(201, 202, 204, 206, 299, 100, 101, 199, 300, 301, 302, 304,
			307, 400, 401, 403, 404, 405, 408, 409, 409, 410, 413, 418, 422, 423, 429, 500, 501, 502, 503, 504, 505,
			599, 600, 999);

	private static final List<String> CONTENT_TYPES = List.of("application/json;charset=UTF-8", "text/plain",
			"text/html", "application/octet-stream", "application/json;charset=UTF-16", "application/json;charset=none",
			"application/problem+json", "application/xml", "garbage", "a/b/c", ";", "*/*", "application/*", "",
			"multipart/form-data; boundary=x", "text/plain;q=nonsense", "application/json, text/html");

	private static final List<String> RETRY_AFTER = List.of("0", "1", "-5", "soon", "", "99999999999999999999",
			"9223372036854775807", "Fri, 31 Dec 1999 23:59:59 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "1.5", "\u0661");

	/**
	 * Make an answer.
	 * @param documents what a well-behaved server answers
	 */
	static Answer random(Random random, List<String> documents) {
		String document = documents.get(random.nextInt(documents.size()));
		int status = 200;
		if (random.nextInt(10) == 0) {
			document = Seed.values()[random.nextInt(Seed.values().length)].document();
		}
		if (random.nextInt(4) == 0) {
			status = STATUSES.get(random.nextInt(STATUSES.size()));
			if (status >= 400 && random.nextInt(4) > 0) {
				Seed seed = (status == 409) ? Seed.CONFLICT
						: List.of(Seed.REFUSAL, Seed.SPRING_ERROR, Seed.HTML, Seed.CONFLICT).get(random.nextInt(4));
				document = seed.document();
			}
		}
		String contentType = "application/json";
		if (random.nextInt(8) == 0) {
			int index = random.nextInt(CONTENT_TYPES.size() + 1);
			contentType = (index < CONTENT_TYPES.size()) ? CONTENT_TYPES.get(index) : null;
		}
		String retryAfter = (random.nextInt(10) == 0) ? RETRY_AFTER.get(random.nextInt(RETRY_AFTER.size())) : null;
		byte[] body = new Mutator(random).mutate(document);
		return new Answer(status, contentType, retryAfter, body, random.nextInt(50) == 0);
	}

	MockClientHttpResponse response() {
		InputStream stream = new ByteArrayInputStream(this.body);
		MockClientHttpResponse response = new MockClientHttpResponse(this.broken ? new BrokenStream(stream) : stream,
				HttpStatusCode.valueOf(this.status));
		if (this.contentType != null) {
			response.getHeaders().add("Content-Type", this.contentType);
		}
		if (this.retryAfter != null) {
			response.getHeaders().add("Retry-After", this.retryAfter);
		}
		if (!this.broken) {
			response.getHeaders().add("Content-Length", String.valueOf(this.body.length));
		}
		return response;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder().append(this.status)
			.append(" Content-Type: ")
			.append(this.contentType)
			.append(" Retry-After: ")
			.append(this.retryAfter)
			.append(this.broken ? " (breaks)" : "")
			.append(" (")
			.append(this.body.length)
			.append(" bytes)\n");
		String content = new String(this.body, 0, Math.min(this.body.length, 6000), StandardCharsets.ISO_8859_1);
		content.chars().forEach((character) -> {
			if (character < 0x20 || character > 0x7E) {
				text.append("\\x").append(Integer.toHexString(0x100 + character).substring(1));
			}
			else {
				text.append((char) character);
			}
		});
		return text.toString();
	}

	/**
	 * A stream at whose end the connection breaks.
	 */
	private static final class BrokenStream extends InputStream {

		private final InputStream delegate;

		BrokenStream(InputStream delegate) {
			this.delegate = delegate;
		}

		@Override
		public int read() throws IOException {
			int next = this.delegate.read();
			if (next < 0) {
				throw new IOException("Connection reset");
			}
			return next;
		}

	}

}
