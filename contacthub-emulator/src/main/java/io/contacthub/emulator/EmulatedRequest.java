package io.contacthub.emulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as the handlers see it.
 */
final class EmulatedRequest {

	static final String ROOT = "/hub/v1";

	private final ReceivedRequest request;

	private final String root;

	private final String path;

	private final String query;

	private final Map<String, List<String>> parameters;

	private final Map<String, String> pathVariables;

	private final @Nullable TokenRights caller;

	private final boolean reindexing;

	/**
	 * Create a request from one that was received.
	 * @param request the request as it came in
	 * @param root the path, without a slash at the end, below which the routes are
	 */
	EmulatedRequest(ReceivedRequest request, String root) {
		this.request = request;
		this.root = root;
		this.pathVariables = Map.of();
		this.caller = null;
		this.reindexing = false;
		RequestTarget target = RequestTarget.of(request.url());
		this.path = target.path();
		this.query = target.query();
		this.parameters = parametersOf(this.query);
	}

	private EmulatedRequest(EmulatedRequest other, Map<String, String> pathVariables, @Nullable TokenRights caller,
			boolean reindexing) {
		this.request = other.request;
		this.root = other.root;
		this.path = other.path;
		this.query = other.query;
		this.parameters = other.parameters;
		this.pathVariables = pathVariables;
		this.caller = caller;
		this.reindexing = reindexing;
	}

	private static Map<String, List<String>> parametersOf(String query) {
		if (query.isEmpty()) {
			return Map.of();
		}
		Map<String, List<String>> parameters = new HashMap<>();
		for (String pair : query.split("&")) {
			int mark = pair.indexOf('=');
			String name = decode((mark < 0) ? pair : pair.substring(0, mark));
			String value = (mark < 0) ? "" : decode(pair.substring(mark + 1));
			parameters.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
		}
		return parameters;
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	String method() {
		return this.request.method();
	}

	String path() {
		return this.path;
	}

	/**
	 * Return the decoded segments of the path below the root; a slash at the end does not
	 * count.
	 */
	List<String> segments() {
		String[] segments = this.path.substring(this.root.length() + 1).split("/");
		return Arrays.stream(segments)
			.map((segment) -> (segment.indexOf('%') < 0) ? segment : decode(segment.replace("+", "%2B")))
			.toList();
	}

	EmulatedRequest withPathVariables(Map<String, String> pathVariables) {
		return new EmulatedRequest(this, pathVariables, this.caller, this.reindexing);
	}

	EmulatedRequest withCaller(TokenRights caller) {
		return new EmulatedRequest(this, this.pathVariables, caller, this.reindexing);
	}

	EmulatedRequest whileReindexing() {
		return new EmulatedRequest(this, this.pathVariables, this.caller, true);
	}

	/**
	 * Return whether customers are being reindexed, and cannot be changed.
	 */
	boolean isReindexing() {
		return this.reindexing;
	}

	/**
	 * Return what the caller may do, who is known once the router has let it in.
	 */
	TokenRights caller() {
		if (this.caller == null) {
			throw new IllegalStateException("The request has no caller");
		}
		return this.caller;
	}

	/**
	 * Return whom a change is to be noted for.
	 */
	Author author() {
		return new Author(caller().sourceId(), baseUrl());
	}

	/**
	 * Return a variable segment of the path.
	 * @param name the name that it has in the template of the route
	 * @return its value
	 */
	String pathVariable(String name) {
		String value = this.pathVariables.get(name);
		if (value == null) {
			throw new IllegalArgumentException("The route has no variable " + name);
		}
		return value;
	}

	@Nullable String parameter(String name) {
		List<String> values = this.parameters.get(name);
		return (values != null && !values.get(0).isEmpty()) ? values.get(0) : null;
	}

	/**
	 * Return the names of the parameters, in no order.
	 */
	Set<String> parameterNames() {
		return this.query.isEmpty() ? Set.of() : this.parameters.keySet();
	}

	List<String> parameters(String name) {
		return this.parameters.getOrDefault(name, List.of());
	}

	@Nullable String authorization() {
		return header("Authorization");
	}

	@Nullable String header(String name) {
		return this.request.header(name);
	}

	/**
	 * Return the address of the caller in the form of the schema, which knows IPv4 only.
	 */
	@Nullable String clientAddress() {
		String address = this.request.client();
		if ("0:0:0:0:0:0:0:1".equals(address) || "[0:0:0:0:0:0:0:1]".equals(address)) {
			return "127.0.0.1";
		}
		return (address != null && address.indexOf(':') < 0) ? address : null;
	}

	/**
	 * Return the address of the API as this caller wrote it.
	 */
	String baseUrl() {
		return this.request.address() + ROOT;
	}

	/**
	 * Return the body as it came in.
	 */
	RequestBody rawBody() {
		return this.request.body();
	}

	/**
	 * Return the address of the server as this caller wrote it, without a path.
	 */
	String address() {
		return this.request.address();
	}

	/**
	 * Return the body, which has to be a JSON object.
	 */
	ObjectNode body() {
		String contentType = this.header("Content-Type");
		if (contentType == null || !contentType.toLowerCase(Locale.ROOT).contains("json")) {
			throw RequestRejectedException.of(415, "Content type '"
					+ ((contentType != null) ? contentType : "application/octet-stream") + "' not supported");
		}
		JsonNode node = document();
		if (node instanceof ObjectNode object) {
			return object;
		}
		throw RequestRejectedException.badRequest(node.isMissingNode() ? "Required request body is missing"
				: "Could not read document: a JSON object is expected");
	}

	private JsonNode document() {
		try {
			return Json.read(this.request.body().bytes());
		}
		catch (JacksonException ex) {
			// the only thing that can be wrong with a tree
			String reason = (ex instanceof DatabindException) ? "there is more than one value" : Json.reason(ex);
			@Nullable TokenStreamLocation location = ex.getLocation();
			throw RequestRejectedException.badRequest("Could not read document: " + reason + ((location != null)
					? " at line " + location.getLineNr() + ", column " + location.getColumnNr() : ""));
		}
	}

}
