package io.contacthub.emulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A method and a path with a handler behind them.
 *
 * @param method the HTTP method
 * @param template the segments of the path, variable ones in braces
 * @param handler answers the requests
 * @param permitted the kinds of tokens that it is for, besides those that may do more
 */
record Route(String method, List<String> template, RequestHandler handler, Set<TokenKind> permitted) {

	private static final String WORKSPACE = "workspaces/{workspace}/";

	static Route of(String method, String path, RequestHandler handler) {
		return new Route(method, List.of(path.split("/")), handler, Set.of());
	}

	/**
	 * Return a route of a workspace.
	 * @param path the path below that of the workspace
	 */
	static Route inWorkspace(String method, String path, RequestHandler handler) {
		return of(method, WORKSPACE + path, handler);
	}

	/**
	 * Return this route for some kinds of tokens. Without them, nobody may use it but an
	 * administrator, who may use all.
	 */
	Route permitting(TokenKind... kinds) {
		return new Route(this.method, this.template, this.handler, Set.of(kinds));
	}

	/**
	 * Return whether this changes customers or their parts.
	 */
	boolean changesCustomers() {
		return !this.method.equals("GET") && this.template.size() > 2 && this.template.get(2).equals("customers")
				&& !this.template.contains("sessions");
	}

	/**
	 * Return whether a path is one of this route.
	 * @param segments the segments of the path
	 */
	boolean matches(List<String> segments) {
		if (segments.size() != this.template.size()) {
			return false;
		}
		for (int index = 0; index < segments.size(); index++) {
			String segment = segments.get(index);
			if (isVariable(index) ? segment.isEmpty() : !this.template.get(index).equals(segment)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether the same segments are variable as in a route with as many segments.
	 */
	boolean hasVariablesOf(Route other) {
		for (int index = 0; index < this.template.size(); index++) {
			if (isVariable(index) != other.isVariable(index)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return the values of the variable segments of a path by their names.
	 * @param segments the segments of a path that matches
	 */
	Map<String, String> variables(List<String> segments) {
		Map<String, String> variables = new HashMap<>();
		for (int index = 0; index < segments.size(); index++) {
			if (isVariable(index)) {
				String name = this.template.get(index);
				variables.put(name.substring(1, name.length() - 1), segments.get(index));
			}
		}
		return variables;
	}

	private boolean isVariable(int index) {
		return this.template.get(index).startsWith("{");
	}

}
