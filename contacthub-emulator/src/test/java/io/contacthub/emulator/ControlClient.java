package io.contacthub.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import io.contacthub.emulator.ApiClient.Response;

/**
 * Calls the operations that control an emulator.
 */
public final class ControlClient {

	private final HttpClient http = HttpClient.newHttpClient();

	private final String root;

	public ControlClient(ContactHubEmulator emulator) {
		this.root = "http://localhost:" + emulator.port() + "/emulator/";
	}

	public Response get(String path, String... namesAndValues) {
		return send("GET", path + ((namesAndValues.length > 0) ? ApiClient.query(namesAndValues) : ""), null);
	}

	public Response post(String path) {
		return send("POST", path, null);
	}

	public Response post(String path, String body) {
		return send("POST", path, body);
	}

	public Response patch(String path, String body) {
		return send("PATCH", path, body);
	}

	/**
	 * Sends a request; single quotes of the body stand for double ones.
	 */
	private Response send(String method, String path, String body) {
		HttpResponse<String> response = exchange(request(path).method(method,
				(body != null) ? BodyPublishers.ofString(body.replace('\'', '"')) : BodyPublishers.noBody()));
		return new Response(response.statusCode(), response.body());
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.root + path));
	}

	HttpResponse<String> exchange(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
