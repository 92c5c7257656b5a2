package io.contacthub.client;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

import io.contacthub.error.ApiError;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClientException;

/**
 * An answer whose status is not 2xx, on its way to be repeated or translated.
 */
final class ErrorAnswer extends RestClientException {

	private static final int BODY_LIMIT = 64 * 1024;

	private static final List<Integer> TEMPORARY = List.of(423, 429, 502, 503, 504);

	private final transient ApiError error;

	private final @Nullable Duration retryAfter;

	private ErrorAnswer(ApiError error, @Nullable Duration retryAfter) {
		super("Status " + error.status());
		this.error = error;
		this.retryAfter = retryAfter;
	}

	static ErrorAnswer read(ClientHttpResponse response) throws IOException {
		byte[] body;
		try (InputStream stream = response.getBody()) {
			body = stream.readNBytes(BODY_LIMIT);
		}
		catch (IOException ex) {
			// the status is known, which says more than the broken body
			body = new byte[0];
		}
		return new ErrorAnswer(ApiError.of(response.getStatusCode().value(), body),
				retryAfter(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
	}

	private static @Nullable Duration retryAfter(@Nullable String header) {
		if (header == null) {
			return null;
		}
		try {
			return Duration.ofSeconds(Math.min(Long.parseLong(header.strip()), Integer.MAX_VALUE));
		}
		catch (NumberFormatException ex) {
			try {
				return Duration.between(Instant.now(),
						ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
			}
			catch (DateTimeParseException unknown) {
				return null;
			}
		}
	}

	ApiError error() {
		return this.error;
	}

	/**
	 * How long the server asks to wait.
	 */
	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	boolean temporary() {
		return TEMPORARY.contains(this.error.status());
	}

	/**
	 * Whether the answer means that nothing was done.
	 */
	boolean refused() {
		return this.error.status() == 423 || this.error.status() == 429
				|| (this.error.status() == 503 && this.retryAfter != null);
	}

}
