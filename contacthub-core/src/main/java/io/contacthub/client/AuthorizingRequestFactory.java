package io.contacthub.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.CollectionUtils;
import org.springframework.util.FastByteArrayOutputStream;
import org.springframework.util.LinkedCaseInsensitiveMap;
import org.springframework.util.MultiValueMap;

/**
 * Factory of requests that stands before that of the engine, behind the interceptors of
 * the application: it sees where a request really goes, and adds the token to the headers
 * of the engine only, so that no other sees it. Bodies are sent with their length.
 */
final class AuthorizingRequestFactory implements ClientHttpRequestFactory {

	private final ClientHttpRequestFactory engine;

	private final RestClientAssembly settings;

	private final boolean unpacks;

	private final boolean intercepted;

	/**
	 * Create the factory.
	 * @param engine makes the requests that are sent
	 * @param settings the settings of the client
	 * @param intercepted whether there are interceptors of the application, and before
	 * them the {@link BoundingInterceptor}
	 */
	AuthorizingRequestFactory(ClientHttpRequestFactory engine, RestClientAssembly settings, boolean intercepted) {
		this.engine = engine;
		this.settings = settings;
		this.unpacks = EngineChecks.unpacks(engine);
		this.intercepted = intercepted;
	}

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		return new Request(uri, method);
	}

	/**
	 * A request that is made by the engine when all of it is known.
	 */
	private final class Request implements ClientHttpRequest, StreamingHttpOutputMessage.Body {

		private final URI uri;

		private final HttpMethod method;

		private final MultiValueMap<String, String> values = CollectionUtils
			.toMultiValueMap(new LinkedCaseInsensitiveMap<>(8, Locale.ENGLISH));

		private final HttpHeaders headers = new HttpHeaders(this.values);

		private final Map<String, Object> attributes = new HashMap<>();

		private @Nullable FastByteArrayOutputStream body;

		Request(URI uri, HttpMethod method) {
			this.uri = uri;
			this.method = method;
		}

		@Override
		public URI getURI() {
			return this.uri;
		}

		@Override
		public HttpMethod getMethod() {
			return this.method;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public Map<String, Object> getAttributes() {
			return this.attributes;
		}

		@Override
		public OutputStream getBody() {
			FastByteArrayOutputStream buffer = this.body;
			if (buffer == null) {
				buffer = new FastByteArrayOutputStream(1024);
				this.body = buffer;
			}
			return buffer;
		}

		@Override
		public ClientHttpResponse execute() throws IOException {
			if (AuthorizingRequestFactory.this.intercepted) {
				return execute(RequestAttempt.of(this));
			}
			RequestAttempt attempt = RequestAttempt.begin(this);
			try {
				return execute(attempt);
			}
			catch (IOException ex) {
				throw RequestFailure.ofEngine(ex, attempt);
			}
		}

		private ClientHttpResponse execute(RequestAttempt attempt) throws IOException {
			// an interceptor of the application may have gone on in another thread
			CallDeadline before = attempt.call().deadline().set();
			try {
				ClientHttpResponse response = send(authorized(attempt), attempt);
				return BoundedClientHttpResponse.of(response, attempt,
						AuthorizingRequestFactory.this.settings.maxResponseSize(),
						AuthorizingRequestFactory.this.intercepted);
			}
			finally {
				CallDeadline.restore(before);
			}
		}

		private ClientHttpRequest authorized(RequestAttempt attempt) throws IOException {
			RestClientAssembly settings = AuthorizingRequestFactory.this.settings;
			settings.endpoint().check(this);
			CallerIdentity caller = attempt.callerElsewhere();
			String token = (caller != null) ? caller.token() : CarriedToken.of(settings.token());
			attempt.call().authorized(token);
			settings.tracing()
				.addTo(this.headers, (caller != null) ? caller.tracingId() : settings.tracing().present());
			this.values.forEach(RequestChecks::checkHeader);
			ClientHttpRequest request = engineRequest();
			HttpHeaders all = request.getHeaders();
			this.values.forEach(all.isEmpty() ? all::put : all::addAll);
			all.setBearerAuth(token);
			if (!AuthorizingRequestFactory.this.unpacks && !all.containsHeader(HttpHeaders.ACCEPT_ENCODING)) {
				// without the header, the server could choose any encoding
				all.set(HttpHeaders.ACCEPT_ENCODING, "identity");
			}
			return request;
		}

		private ClientHttpRequest engineRequest() throws IOException {
			try {
				ClientHttpRequest request = AuthorizingRequestFactory.this.engine.createRequest(this.uri, this.method);
				request.getAttributes().putAll(this.attributes);
				request.getHeaders();
				return request;
			}
			catch (RuntimeException ex) {
				throw new IOException(ex);
			}
		}

		/**
		 * Hand the request to the engine, and remember whether it may have been sent:
		 * what else fails in an interceptor of the application must not have it sent
		 * again.
		 */
		private ClientHttpResponse send(ClientHttpRequest request, RequestAttempt attempt) throws IOException {
			attempt.sending();
			try {
				addBody(request);
				return request.execute();
			}
			catch (IOException | RuntimeException ex) {
				// some engines report in the second way that what they received is no
				// HTTP
				IOException failure = (ex instanceof IOException io) ? io : new IOException(ex);
				if (EngineFailures.isUnsent(failure)) {
					attempt.unsent();
				}
				throw failure;
			}
		}

		private void addBody(ClientHttpRequest request) throws IOException {
			if (this.body == null || this.body.size() == 0) {
				return;
			}
			// whatever the application has set: what is behind the length it says would
			// be another request
			request.getHeaders().setContentLength(this.body.size());
			if (request instanceof StreamingHttpOutputMessage streaming) {
				streaming.setBody(this);
			}
			else {
				writeTo(request.getBody());
			}
		}

		@Override
		public void writeTo(OutputStream out) throws IOException {
			if (this.body != null) {
				this.body.writeTo(out);
			}
		}

		@Override
		public boolean repeatable() {
			return true;
		}

	}

}
