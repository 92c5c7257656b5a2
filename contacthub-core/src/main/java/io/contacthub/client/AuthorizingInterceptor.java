package io.contacthub.client;

import java.io.IOException;
import java.util.function.Supplier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * The last interceptor, behind those of the application: it sees where a request really
 * goes, and adds the token to a copy of the headers, so that no other sees it. That there
 * is an interceptor has bodies sent with their length.
 */
final class AuthorizingInterceptor implements ClientHttpRequestInterceptor {

	private final Endpoint endpoint;

	private final Supplier<String> token;

	private final TracingHeader tracing;

	private final boolean unpacks;

	private final DataSize maxResponseSize;

	private final boolean intercepted;

	/**
	 * Create the interceptor.
	 * @param endpoint where requests may go
	 * @param token gives the token
	 * @param tracing adds the tracing id
	 * @param unpacks whether the engine unpacks what is compressed
	 * @param maxResponseSize the greatest size of an answer
	 * @param intercepted whether interceptors of the application may read an answer
	 * before its reader does
	 */
	AuthorizingInterceptor(Endpoint endpoint, Supplier<String> token, TracingHeader tracing, boolean unpacks,
			DataSize maxResponseSize, boolean intercepted) {
		this.endpoint = endpoint;
		this.token = token;
		this.tracing = tracing;
		this.unpacks = unpacks;
		this.maxResponseSize = maxResponseSize;
		this.intercepted = intercepted;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		RequestAttempt attempt = RequestAttempt.of(request);
		// an interceptor of the application may have gone on in another thread
		CallDeadline before = attempt.call().deadline().set();
		try {
			ClientHttpResponse response = execute(authorize(request, attempt), body, execution, attempt);
			return BoundedClientHttpResponse.of(response, attempt, this.maxResponseSize, this.intercepted);
		}
		finally {
			CallDeadline.restore(before);
		}
	}

	private HttpRequest authorize(HttpRequest request, RequestAttempt attempt) {
		this.endpoint.check(request);
		CallerIdentity caller = attempt.callerElsewhere();
		String value = (caller != null) ? caller.token() : CarriedToken.of(this.token);
		Assert.state(StringUtils.hasText(value), "The token is blank: give the token of a source of the workspace");
		String stripped = value.strip();
		Assert.state(stripped.chars().allMatch((character) -> character > ' ' && character < 127),
				"The token holds a blank, a control character or a letter that is not ASCII: "
						+ "give the token of a source of the workspace as ContactHub shows it");
		attempt.call().authorized(stripped);
		HttpHeaders headers = new HttpHeaders();
		headers.putAll(request.getHeaders());
		this.tracing.addTo(headers, (caller != null) ? caller.tracingId() : this.tracing.present());
		RequestChecks.check(headers);
		headers.setBearerAuth(stripped);
		if (!this.unpacks && !headers.containsHeader(HttpHeaders.ACCEPT_ENCODING)) {
			// without the header, the server could choose any encoding
			headers.set(HttpHeaders.ACCEPT_ENCODING, "identity");
		}
		return new HttpRequestWrapper(request) {

			@Override
			public HttpHeaders getHeaders() {
				return headers;
			}

		};
	}

	/**
	 * Hand a request to the engine, and remember whether it may have been sent: what else
	 * fails in an interceptor of the application must not have it sent again.
	 */
	private static ClientHttpResponse execute(HttpRequest request, byte[] body, ClientHttpRequestExecution execution,
			RequestAttempt attempt) throws IOException {
		attempt.sending();
		try {
			return execution.execute(request, body);
		}
		catch (IOException | RuntimeException ex) {
			// some engines report in the second way that what they received is no HTTP
			IOException failure = (ex instanceof IOException io) ? io : new IOException(ex);
			if (EngineFailures.isUnsent(failure)) {
				attempt.unsent();
			}
			throw failure;
		}
	}

}
