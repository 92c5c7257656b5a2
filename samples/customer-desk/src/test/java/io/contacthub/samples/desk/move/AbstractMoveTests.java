package io.contacthub.samples.desk.move;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.samples.desk.AbstractDeskTests;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Base of the tests that download files.
 */
abstract class AbstractMoveTests extends AbstractDeskTests {

	@Autowired
	CustomerRepository customers;

	HttpResponse<String> get(String path, String language) throws IOException, InterruptedException {
		return client().send(request(path, language), HttpResponse.BodyHandlers.ofString());
	}

	static HttpClient client() {
		return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
	}

	HttpRequest request(String path, String language) {
		return HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Cookie", cookies())
			.header("Accept-Language", language)
			.build();
	}

	String cookies() {
		return this.browser.cookies()
			.getCookies()
			.stream()
			.map((cookie) -> cookie.getName() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

}
