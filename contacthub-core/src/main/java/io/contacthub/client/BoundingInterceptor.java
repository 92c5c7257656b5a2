package io.contacthub.client;

import java.io.IOException;
import java.util.function.Supplier;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.unit.DataSize;

/**
 * The first interceptor, before those of the application, if there are any: it has what
 * they return read within bounds, and says in one way that no answer came.
 */
final class BoundingInterceptor implements ClientHttpRequestInterceptor {

	private final DataSize maxResponseSize;

	private final Supplier<CallerIdentity> caller;

	/**
	 * Create the interceptor.
	 * @param maxResponseSize the greatest size of an answer
	 * @param caller tells who makes a request
	 */
	BoundingInterceptor(DataSize maxResponseSize, Supplier<CallerIdentity> caller) {
		this.maxResponseSize = maxResponseSize;
		this.caller = caller;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
		RequestAttempt attempt = RequestAttempt.begin(request);
		attempt.caller(this.caller.get());
		try {
			return BoundedClientHttpResponse.of(execution.execute(request, body), attempt, this.maxResponseSize, false);
		}
		catch (IOException ex) {
			// the RestClient would name the whole address, with ids
			throw RequestFailure.ofEngine(ex, attempt);
		}
	}

}
