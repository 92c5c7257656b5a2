package io.contacthub.emulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.jakarta.servlet.ServletInputStream;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletRequestWrapper;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Request whose body was read and is there to be read again.
 */
final class BufferedRequest extends HttpServletRequestWrapper {

	private static final int LARGEST_BODY = 10 * 1024 * 1024;

	private static final byte[] NOTHING = {};

	private final byte[] body;

	BufferedRequest(HttpServletRequest request, byte[] body) {
		super(request);
		this.body = body;
	}

	/**
	 * Read the body of a request.
	 * @throws RequestRejectedException if it is too large, or not compressed as it claims
	 */
	static byte[] bodyOf(Request request) throws IOException {
		if (request.getContentLengthLong() <= 0 && request.getHeader(HttpHeader.TRANSFER_ENCODING.asString()) == null) {
			return NOTHING;
		}
		byte[] body = received(request);
		String encoding = request.getHeader(HttpHeader.CONTENT_ENCODING.asString());
		if (encoding == null || !encoding.contains("gzip")) {
			return body;
		}
		try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(body))) {
			return readAll(content);
		}
		catch (IOException ex) {
			throw RequestRejectedException.badRequest("Could not read document: it is not compressed with gzip");
		}
	}

	private static byte[] received(Request request) {
		try {
			return readAll(request.getInputStream());
		}
		catch (IOException | BadMessageException ex) {
			throw RequestRejectedException.badRequest("Could not read document: the body is not sent as its head says");
		}
	}

	private static byte[] readAll(InputStream input) throws IOException {
		byte[] body = input.readNBytes(LARGEST_BODY + 1);
		if (body.length > LARGEST_BODY) {
			// a client that is still sending does not read what it is told
			input.skip(LARGEST_BODY);
			throw RequestRejectedException.of(413, "A body of more than " + LARGEST_BODY + " bytes is refused");
		}
		return body;
	}

	@Override
	public @Nullable String getHeader(String name) {
		return HttpHeader.CONTENT_ENCODING.is(name) ? null : super.getHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return HttpHeader.CONTENT_ENCODING.is(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		List<String> names = Collections.list(super.getHeaderNames());
		names.removeIf(HttpHeader.CONTENT_ENCODING::is);
		return Collections.enumeration(names);
	}

	@Override
	public ServletInputStream getInputStream() {
		ByteArrayInputStream content = new ByteArrayInputStream(this.body);
		return new ServletInputStream() {

			@Override
			public int read() {
				return content.read();
			}

			@Override
			public boolean isFinished() {
				return content.available() == 0;
			}

			@Override
			public boolean isReady() {
				return true;
			}

			@Override
			public void setReadListener(ReadListener listener) {
				throw new UnsupportedOperationException("The body is there already");
			}

		};
	}

}
