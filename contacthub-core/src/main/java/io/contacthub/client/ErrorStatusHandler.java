package io.contacthub.client;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/**
 * The last status handler, behind those of the application. What theirs make of an error
 * is known nevertheless, see {@link RequestAttempt#refuseError()}.
 */
final class ErrorStatusHandler implements RestClient.ResponseSpec.ErrorHandler {

	@Override
	public void handle(HttpRequest request, ClientHttpResponse response) {
		RequestAttempt.of(request).refuseError();
	}

}
