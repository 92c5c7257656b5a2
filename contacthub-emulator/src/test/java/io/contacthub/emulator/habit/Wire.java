package io.contacthub.emulator.habit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import io.contacthub.emulator.ContactHubEmulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Line to an emulator on which bytes go out just as they are written here. Each request
 * has a connection of its own.
 */
final class Wire {

	private final ContactHubEmulator emulator;

	private final String token;

	Wire(ContactHubEmulator emulator, String token) {
		this.emulator = emulator;
		this.token = token;
	}

	/**
	 * Send a request of a program below the workspace. Single quotes of the body stand
	 * for double ones, <code>{node}</code> for the id of the node, in target and body.
	 */
	Answer send(ApiUser user, String method, String target, String body) {
		String root = target.startsWith("/") ? "" : "/hub/v1/workspaces/" + this.emulator.workspaceId() + "/";
		byte[] bytes = filled(body).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
		StringBuilder head = new StringBuilder(method + " " + root + filled(target) + " HTTP/1.1\r\n");
		head.append("Host: 127.0.0.1:").append(this.emulator.port()).append("\r\n");
		head.append("Authorization: Bearer ").append(this.token).append("\r\n");
		user.headers(method, bytes.length).forEach((line) -> head.append(line).append("\r\n"));
		return exchange(head.append("\r\n").toString(), bytes);
	}

	Answer send(ApiUser user, String method, String target) {
		return send(user, method, target, "");
	}

	private String filled(String text) {
		return text.replace("{node}", this.emulator.nodeId());
	}

	/**
	 * Send a head and a body as they are; the body only when it is waited for, if the
	 * head says so.
	 */
	Answer exchange(String head, byte[] body) {
		try (Socket socket = new Socket("127.0.0.1", this.emulator.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
			InputStream input = socket.getInputStream();
			if (head.contains("Expect: 100-continue")) {
				String interim = line(input);
				if (!interim.contains(" 100 ")) {
					throw new IllegalStateException("Not told to continue, but " + interim);
				}
				line(input);
			}
			socket.getOutputStream().write(body);
			return answer(input, head.startsWith("HEAD "));
		}
		catch (IOException ex) {
			throw new IllegalStateException(head, ex);
		}
	}

	static Answer answer(InputStream input, boolean headOnly) throws IOException {
		int status = Integer.parseInt(line(input).split(" ")[1]);
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String header = line(input); !header.isEmpty(); header = line(input)) {
			int colon = header.indexOf(':');
			headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
		}
		int length = headOnly ? 0 : Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
		if (headers.containsKey("Transfer-Encoding")) {
			throw new IllegalStateException("An answer in pieces");
		}
		return new Answer(status, headers, new String(input.readNBytes(length), StandardCharsets.UTF_8));
	}

	private static String line(InputStream input) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = input.read(); next != '\n'; next = input.read()) {
			if (next < 0) {
				throw new EOFException("Closed after '" + line + "'");
			}
			line.write(next);
		}
		return line.toString(StandardCharsets.UTF_8).stripTrailing();
	}

	static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text.replace('\'', '"'));
	}

	record Answer(int status, Map<String, String> headers, String text) {

		JsonNode json() {
			return JsonMapper.shared().readTree(this.text);
		}

		JsonNode at(String pointer) {
			return json().at(pointer);
		}

		String id() {
			return at("/id").stringValue();
		}

	}

}
