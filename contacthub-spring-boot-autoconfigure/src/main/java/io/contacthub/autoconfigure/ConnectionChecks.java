package io.contacthub.autoconfigure;

import java.util.regex.Pattern;

import io.contacthub.client.ContactHubClient;
import io.contacthub.client.HttpEngine;
import io.contacthub.client.IllegalSettingException;
import org.jspecify.annotations.Nullable;

/**
 * Checks of the ids, the token and the address of a connection, whoever says them, for
 * what is likely to be a mistake although the client could not know. What is missing is
 * not looked for: it may not be needed.
 */
final class ConnectionChecks {

	private static final int LONGEST_ID = 1024;

	private static final int LONGEST_TOKEN = 8 * 1024;

	private static final Pattern BEARER = Pattern.compile("(?is)bearer(?:[\\s:].*)?");

	/** An engine that is never asked. */
	private static final HttpEngine NO_ENGINE = HttpEngine.lazy((timeLeft) -> {
		throw new UnsupportedOperationException();
	});

	private final PropertyFaults faults;

	ConnectionChecks(PropertyFaults faults) {
		this.faults = faults;
	}

	/**
	 * Return the id of a node, unless it is missing or cannot be one.
	 */
	static String nodeId(String property, @Nullable String value) {
		String id = ContactHubConfigurationException.requiredNode(property, PropertyText.stripped(value));
		String fault = fault(id);
		if (fault != null) {
			throw ContactHubConfigurationException.node(property, fault);
		}
		return id;
	}

	/**
	 * Check the connection that properties say.
	 */
	void properties(ConnectionProperties properties) {
		int before = this.faults.size();
		workspace(properties.workspaceId(), properties.token(), properties.address());
		if (this.faults.size() == before && (this.faults.has("workspace-id") || this.faults.has("base-url"))) {
			address(properties);
		}
		id("node-id", "<id of the node>", properties.nodeId());
		token("validation", "CONTACTHUB_VALIDATION_TOKEN", properties.validation().token());
	}

	/**
	 * Check what a workspace is reached by.
	 */
	void workspace(@Nullable String id, @Nullable String token, String baseUrl) {
		id("workspace-id", "<id of the workspace>", id);
		token("", "CONTACTHUB_TOKEN", token);
		baseUrl(baseUrl);
	}

	/**
	 * Check the id of a node that has a name.
	 */
	void node(String property, @Nullable String value) {
		String fault = fault(PropertyText.stripped(value));
		if (fault != null) {
			this.faults.add(ContactHubConfigurationException.node(property, fault));
		}
	}

	/**
	 * Have the client check its address: one is built for it, which takes no engine, so
	 * that its rules stand nowhere else.
	 */
	private void address(ConnectionProperties properties) {
		boolean unknown = ContactHubConfigurationException.isMissing(properties.workspaceId());
		if (unknown && properties.address().contains("/workspaces/")) {
			return;
		}
		try {
			ContactHubClient.builder()
				.workspaceId(unknown ? "unknown" : String.valueOf(properties.workspaceId()))
				.token("unknown")
				.baseUrl(properties.address())
				.allowInsecureBaseUrl(properties.allowInsecureBaseUrl())
				.requestFactory(NO_ENGINE)
				.build();
		}
		catch (IllegalSettingException ex) {
			this.faults.add(SettingProperties.refused(ex, this.faults.prefix()));
		}
	}

	private void id(String name, String example, @Nullable String value) {
		String fault = fault(value);
		if (fault != null) {
			this.faults.add(name, fault, """
					Give the id alone, as ContactHub's settings show it:

					%s"""
				.formatted(ContactHubConfigurationException.lines(this.faults.prefix(), name + ": " + example)));
		}
	}

	/**
	 * Return what is wrong with an id, which may be shown.
	 */
	private static @Nullable String fault(@Nullable String value) {
		if (ContactHubConfigurationException.isMissing(value)) {
			return null;
		}
		String id = String.valueOf(value);
		String fault = PropertyText.fault(id, LONGEST_ID);
		if (id.indexOf('/') >= 0 && !id.contains("..") && !PropertyText.hasPlaceholder(id)
				&& !PropertyText.isQuoted(id)) {
			fault = "holds a slash, as addresses do";
		}
		return (fault != null) ? "is '" + PropertyText.shown(id) + "': it " + fault : null;
	}

	/**
	 * Check a token.
	 * @param part where it is below the prefix, empty for the prefix itself
	 * @param variable a name of a variable to keep it in
	 */
	private void token(String part, String variable, @Nullable String value) {
		if (ContactHubConfigurationException.isMissing(value)) {
			return;
		}
		String token = String.valueOf(value);
		String fault = PropertyText.fault(token, LONGEST_TOKEN);
		if (BEARER.matcher(token).matches()) {
			fault = "begins with 'Bearer', which the client says by itself";
		}
		else if (fault == null && !token.chars().allMatch((character) -> character > ' ' && character < 127)) {
			fault = "holds a letter that is not ASCII";
		}
		if (fault != null) {
			String parent = part.isEmpty() ? "" : part + ".";
			this.faults.add(parent + "token", fault, """
					Give the token alone, as ContactHub shows it, without 'Bearer', quotes and blanks. It is a secret: \
					keep it in an environment variable:

					%s""".formatted(ContactHubConfigurationException.lines(
					part.isEmpty() ? this.faults.prefix() : this.faults.prefix() + "." + part,
					"token: ${" + variable + "}")));
		}
	}

	private void baseUrl(String value) {
		if (PropertyText.hasPlaceholder(value)) {
			this.faults.add("base-url", "holds a placeholder without a value", """
					Give the address of ContactHub, or remove the property:

					%s""".formatted(ContactHubConfigurationException.lines(this.faults.prefix(),
					"base-url: " + ContactHubClient.DEFAULT_BASE_URL)));
		}
	}

}
