package io.contacthub.samples.desk.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;

import io.contacthub.samples.desk.security.KeptForm;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What tells a form that was sent from others: its key, and what it says. A page that is
 * shown again by Back has its key still, and what is typed there then is a new form.
 *
 * @param key the key
 * @param content a digest of where the form goes to and of all that it says
 */
record SubmissionKey(String key, String content) {

	/**
	 * What is no part of what a form says.
	 */
	private static final Set<String> ENVELOPE = Set.of(KeptForm.KEY, "_csrf");

	static SubmissionKey of(String key, HttpServletRequest request) {
		MessageDigest digest = sha256();
		add(digest, request.getRequestURI());
		new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
			if (!ENVELOPE.contains(name)) {
				add(digest, name + values.length);
				Arrays.stream(values).forEach((value) -> add(digest, value));
			}
		});
		return new SubmissionKey(key, HexFormat.of().formatHex(digest.digest()));
	}

	private static void add(MessageDigest digest, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		// else two texts could say what one says
		digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
		digest.update(bytes);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
