package io.contacthub.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls an emulator with nothing but the JDK's HTTP client.
 */
public final class ApiClient {

	static final JsonMapper MAPPER = JsonMapper.shared();

	private final HttpClient http = HttpClient.newHttpClient();

	private final String root;

	private final String token;

	public ApiClient(String root, String token) {
		this.root = root;
		this.token = token;
	}

	public static ApiClient of(ContactHubEmulator emulator) {
		return new ApiClient(emulator.baseUrl() + "/workspaces/" + emulator.workspaceId(), emulator.token());
	}

	public static JsonNode json(String text) {
		return MAPPER.readTree(text.replace('\'', '"'));
	}

	public static String query(String... namesAndValues) {
		StringJoiner query = new StringJoiner("&", "?", "");
		for (int index = 0; index < namesAndValues.length; index += 2) {
			query.add(
					namesAndValues[index] + "=" + URLEncoder.encode(namesAndValues[index + 1], StandardCharsets.UTF_8));
		}
		return query.toString();
	}

	public Response get(String path, String... namesAndValues) {
		return send("GET", path + ((namesAndValues.length > 0) ? query(namesAndValues) : ""), null);
	}

	public Response post(String path, String body) {
		return send("POST", path, body);
	}

	public Response patch(String path, String body) {
		return send("PATCH", path, body);
	}

	public Response put(String path, String body) {
		return send("PUT", path, body);
	}

	public Response delete(String path) {
		return send("DELETE", path, null);
	}

	/**
	 * Sends a request; single quotes of the body stand for double ones.
	 */
	public Response send(String method, String path, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.root + path))
			.header("Authorization", "Bearer " + this.token);
		if (body != null) {
			request.header("Content-Type", "application/json")
				.method(method, BodyPublishers.ofString(body.replace('\'', '"')));
		}
		else {
			request.method(method, BodyPublishers.noBody());
		}
		return send(request.build());
	}

	public Response send(HttpRequest request) {
		try {
			HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
			return new Response(response.statusCode(), response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public record Response(int status, String text) {

		public JsonNode json() {
			return MAPPER.readTree(this.text);
		}

		public String id() {
			return json().path("id").stringValue();
		}

		public JsonNode at(String pointer) {
			return json().at(pointer);
		}

	}

}
