package io.contacthub.autoconfigure.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import io.contacthub.customer.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * The session of a visitor.
 *
 * @param id the session id
 * @param owner tells whose session it is, or {@code null} as long as it is nobody's. It
 * is a digest of the session id and the id of the customer, so that the cookie that it is
 * kept in tells nothing else
 */
record VisitorSession(SessionId id, @Nullable String owner) {

	private static final int DIGEST_LENGTH = 16;

	static VisitorSession random() {
		return new VisitorSession(SessionId.random(), null);
	}

	boolean isOf(String customerId) {
		return digest(customerId).equals(this.owner);
	}

	VisitorSession ownedBy(String customerId) {
		return new VisitorSession(this.id, digest(customerId));
	}

	private String digest(String customerId) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((this.id + " " + customerId).getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST_LENGTH));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Each Java platform has SHA-256", ex);
		}
	}

}
