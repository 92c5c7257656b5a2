package io.contacthub.emulator;

import java.util.List;
import java.util.stream.Stream;

/**
 * Operations of version 1.51 of the API that the emulator does not serve. Whoever calls
 * one is told so, and not that there is no such path.
 */
final class UnservedOperations {

	/**
	 * Methods and path of each, relative to the workspace.
	 */
	private static final String OPERATIONS = """
			GET models/properties/base
			GET models/merge-policies
			GET models/providers
			GET models/contexts
			""";

	private UnservedOperations() {
	}

	static List<Route> routes() {
		return OPERATIONS.lines().map((line) -> line.split(" ")).flatMap((line) -> routes(line[0], line[1])).toList();
	}

	private static Stream<Route> routes(String methods, String path) {
		return Stream.of(methods.split(",")).map((method) -> Route.inWorkspace(method, path, (request) -> {
			throw RequestRejectedException.of(501, "The emulator does not serve this operation of the API: " + method
					+ " /workspaces/{workspaceId}/" + path);
		}).permitting(TokenKind.values()));
	}

}
