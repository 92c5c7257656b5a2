package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A request that tells when it has ended, which it does with its failure, or when its
 * answer is closed.
 */
final class EndingRequest implements ClientHttpRequest, StreamingHttpOutputMessage {

	private final ClientHttpRequest request;

	private final Runnable end;

	EndingRequest(ClientHttpRequest request, Runnable end) {
		this.request = request;
		this.end = end;
	}

	@Override
	public ClientHttpResponse execute() throws IOException {
		try {
			return new Response(this.request.execute(), this.end);
		}
		catch (IOException | RuntimeException | Error ex) {
			this.end.run();
			throw ex;
		}
	}

	@Override
	public void setBody(Body body) {
		if (this.request instanceof StreamingHttpOutputMessage streaming) {
			streaming.setBody(body);
			return;
		}
		try {
			body.writeTo(this.request.getBody());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public OutputStream getBody() throws IOException {
		return this.request.getBody();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.request.getHeaders();
	}

	@Override
	public HttpMethod getMethod() {
		return this.request.getMethod();
	}

	@Override
	public URI getURI() {
		return this.request.getURI();
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.request.getAttributes();
	}

	/**
	 * The answer, with the end of which the request ends.
	 */
	private static final class Response implements ClientHttpResponse {

		private final ClientHttpResponse response;

		private final Runnable end;

		private final AtomicBoolean ended = new AtomicBoolean();

		Response(ClientHttpResponse response, Runnable end) {
			this.response = response;
			this.end = end;
		}

		@Override
		public void close() {
			try {
				this.response.close();
			}
			finally {
				if (this.ended.compareAndSet(false, true)) {
					this.end.run();
				}
			}
		}

		@Override
		public InputStream getBody() throws IOException {
			return this.response.getBody();
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.response.getHeaders();
		}

		@Override
		public HttpStatusCode getStatusCode() throws IOException {
			return this.response.getStatusCode();
		}

		@Override
		public String getStatusText() throws IOException {
			return this.response.getStatusText();
		}

	}

}
