package io.contacthub.emulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the bearer of a token may do.
 *
 * @param kind the kind of the token
 * @param workspaceIds the workspaces that it is for, none if it is for all
 * @param sourceId the source that its bearer writes for
 */
record TokenRights(TokenKind kind, List<String> workspaceIds, String sourceId) {

	TokenRights(TokenKind kind, List<String> workspaceIds) {
		this(kind, workspaceIds, EmulatorSettings.SOURCE_ID);
	}

	/**
	 * Read rights that are written as {@code kind} or {@code kind@workspace}.
	 */
	static TokenRights parse(String text) {
		String[] parts = text.split("@", 2);
		String kind = parts[0].strip().toUpperCase(Locale.ROOT).replace('-', '_');
		List<String> workspaceIds = (parts.length > 1) ? List.of(parts[1].strip()) : List.of();
		for (TokenKind candidate : TokenKind.values()) {
			if (candidate.name().equals(kind) && !workspaceIds.contains("")) {
				return new TokenRights(candidate, workspaceIds);
			}
		}
		String kinds = Arrays.stream(TokenKind.values())
			.map((candidate) -> candidate.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.collect(Collectors.joining(", "));
		throw new IllegalArgumentException(
				"The rights of a token are one of " + kinds + ", and may end with @workspace, not '" + text + "'");
	}

	/**
	 * Return whether the bearer writes nothing.
	 */
	boolean isReader() {
		return this.kind == TokenKind.READ_ONLY || this.kind == TokenKind.GUEST;
	}

	boolean isFor(String workspaceId) {
		return this.workspaceIds.isEmpty() || this.workspaceIds.contains(workspaceId);
	}

	/**
	 * Return whether requests to a route are allowed.
	 */
	boolean permit(Route route) {
		return switch (this.kind) {
			case ADMIN -> true;
			case READ_ONLY -> route.method().equals("GET");
			case EXPIRED -> false;
			default -> route.permitted().contains(this.kind);
		};
	}

}
