package io.contacthub.emulator;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens of the sources of a workspace: a source has one, which is valid while the source
 * is there and enabled.
 */
final class SourceTokens {

	/**
	 * Makes 32 characters.
	 */
	private static final int BYTES = 24;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Access access;

	private final String workspaceId;

	SourceTokens(Access access, String workspaceId) {
		this.access = access;
		this.workspaceId = workspaceId;
	}

	/**
	 * Make a new token.
	 */
	static String make() {
		byte[] token = new byte[BYTES];
		RANDOM.nextBytes(token);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

	/**
	 * Have the token of a source be accepted as the source says now.
	 * @param before the source as it was, null if it is a new one
	 * @param after the source as it is, null if it is gone
	 */
	void replace(@Nullable ObjectNode before, @Nullable ObjectNode after) {
		String valid = (after != null && after.path("enabled").asBoolean(true)) ? Json.text(after, "token") : null;
		if (after != null && valid != null) {
			String id = after.path("id").stringValue();
			TokenKind kind = isUntrusted(after) ? TokenKind.UNTRUSTED : TokenKind.TRUSTED;
			this.access.issue(valid, new TokenRights(kind, List.of(this.workspaceId), id));
		}
		String old = (before != null) ? Json.text(before, "token") : null;
		if (old != null && !old.equals(valid)) {
			this.access.revoke(old);
		}
	}

	/**
	 * Return whether the token of a source will be in the hands of everybody.
	 */
	static boolean isUntrusted(ObjectNode source) {
		return "JavaScript".equals(Json.text(source, "provider"));
	}

}
