package io.contacthub.client;

import java.io.IOException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.unit.DataSize;

/**
 * The first interceptor, before those of the application: it has what they return read
 * within bounds, and says in one way that no answer came.
 */
final class BoundingInterceptor implements ClientHttpRequestInterceptor {

	private final DataSize maxResponseSize;

	private final @Nullable Supplier<CallerIdentity> caller;

	/**
	 * Create the interceptor.
	 * @param maxResponseSize the greatest size of an answer
	 * @param caller tells who makes a request, unless there is no interceptor of the
	 * application that could send it on another thread
	 */
	BoundingInterceptor(DataSize maxResponseSize, @Nullable Supplier<CallerIdentity> caller) {
		this.maxResponseSize = maxResponseSize;
		this.caller = caller;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
		RequestAttempt attempt = RequestAttempt.begin(request);
		if (this.caller != null) {
			attempt.caller(this.caller.get());
		}
		try {
			return BoundedClientHttpResponse.of(execution.execute(request, body), attempt, this.maxResponseSize, false);
		}
		catch (IOException ex) {
			// the RestClient would name the whole address, with ids
			throw RequestFailure.ofEngine(ex, attempt);
		}
	}

}
