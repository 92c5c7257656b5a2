package io.contacthub.emulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Access to the API by tokens.
 */
final class Access {

	private static final String SCHEME = "Bearer ";

	private final Map<String, TokenRights> tokens = new ConcurrentHashMap<>();

	/**
	 * Create the access.
	 * @param tokens the tokens with their rights, which are valid for good
	 */
	Access(Map<String, TokenRights> tokens) {
		this.tokens.putAll(tokens);
	}

	/**
	 * Accept a token from now on.
	 */
	void issue(String token, TokenRights rights) {
		this.tokens.put(token, rights);
	}

	/**
	 * Refuse a token from now on.
	 */
	void revoke(String token) {
		this.tokens.remove(token);
	}

	/**
	 * Return the rights of the caller.
	 * @param header the header with the token, behind a scheme that is written in any
	 * case
	 * @throws RequestRejectedException if there is no valid token
	 */
	TokenRights authenticate(@Nullable String header) {
		TokenRights rights = (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
				? this.tokens.get(header.substring(SCHEME.length())) : null;
		if (rights == null || rights.kind() == TokenKind.EXPIRED) {
			throw RequestRejectedException.of(401, "The client is not authorized to access the API");
		}
		return rights;
	}

	/**
	 * Let a caller pass who may use a route of a workspace.
	 * @param workspaceId id of the workspace, null for what belongs to none
	 * @throws RequestRejectedException if the caller may not
	 */
	void authorize(TokenRights rights, Route route, @Nullable String workspaceId) {
		if (workspaceId != null && !rights.isFor(workspaceId)) {
			throw RequestRejectedException.of(403, "workspace not found: " + workspaceId);
		}
		if (!rights.permit(route)) {
			throw RequestRejectedException.of(403, "The token does not permit this operation");
		}
	}

}
