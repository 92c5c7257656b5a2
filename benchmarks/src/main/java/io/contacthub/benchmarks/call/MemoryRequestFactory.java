package io.contacthub.benchmarks.call;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Factory of requests that are answered from memory, all with the same document.
 *
 * @param document the document
 */
record MemoryRequestFactory(byte[] document) implements ClientHttpRequestFactory {

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		return new MemoryRequest(uri, method, this.document);
	}

	/**
	 * Request that is answered as soon as it is executed.
	 */
	private static final class MemoryRequest extends AbstractClientHttpRequest {

		private final URI uri;

		private final HttpMethod method;

		private final byte[] document;

		MemoryRequest(URI uri, HttpMethod method, byte[] document) {
			this.uri = uri;
			this.method = method;
			this.document = document;
		}

		@Override
		public HttpMethod getMethod() {
			return this.method;
		}

		@Override
		public URI getURI() {
			return this.uri;
		}

		@Override
		protected OutputStream getBodyInternal(HttpHeaders headers) {
			return new ByteArrayOutputStream();
		}

		@Override
		protected ClientHttpResponse executeInternal(HttpHeaders headers) {
			return new MemoryResponse(this.document);
		}

	}

	/**
	 * Response with the document.
	 */
	private static final class MemoryResponse implements ClientHttpResponse {

		private final byte[] document;

		private final HttpHeaders headers = new HttpHeaders();

		MemoryResponse(byte[] document) {
			this.document = document;
			this.headers.setContentType(MediaType.APPLICATION_JSON);
			this.headers.setContentLength(document.length);
		}

		@Override
		public HttpStatusCode getStatusCode() {
			return HttpStatus.OK;
		}

		@Override
		public String getStatusText() {
			return "OK";
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public InputStream getBody() {
			return new ByteArrayInputStream(this.document);
		}

		@Override
		public void close() {
			// there is nothing to give back
		}

	}

}
