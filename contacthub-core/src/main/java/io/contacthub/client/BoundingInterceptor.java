package io.contacthub.client;

import java.io.IOException;

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

	BoundingInterceptor(DataSize maxResponseSize) {
		this.maxResponseSize = maxResponseSize;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
		RequestAttempt attempt = RequestAttempt.begin(request);
		try {
			return BoundedClientHttpResponse.of(execution.execute(request, body), attempt, this.maxResponseSize, false);
		}
		catch (IOException ex) {
			// the RestClient would name the whole address, with ids
			throw RequestFailure.ofEngine(ex, attempt);
		}
	}

}
