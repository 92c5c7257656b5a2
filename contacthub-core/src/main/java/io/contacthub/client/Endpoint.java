package io.contacthub.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.springframework.http.HttpRequest;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * The one address that requests, and with them the token, may go to.
 */
final class Endpoint {

	private static final String WORKSPACES = "/workspaces";

	private final URI base;

	private final String workspacePath;

	private Endpoint(URI base, String workspaceId) {
		this.base = base;
		this.workspacePath = base.getRawPath() + WORKSPACES + "/"
				+ UriUtils.encode(workspaceId, StandardCharsets.UTF_8);
	}

	/**
	 * An endpoint.
	 * @param baseUrl the address, with or without a slash at its end, with or without
	 * {@code /workspaces}
	 * @param workspaceId the id of the workspace
	 * @param insecureAllowed whether the address may be a plain {@code http} one of
	 * another machine
	 */
	static Endpoint of(String baseUrl, String workspaceId, boolean insecureAllowed) {
		URI base = parse(baseUrl);
		String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
		Assert.isTrue(
				(scheme.equals("https") || scheme.equals("http")) && StringUtils.hasText(base.getHost())
						&& base.getRawQuery() == null && base.getRawFragment() == null && base.getRawUserInfo() == null,
				() -> "baseUrl is '" + baseUrl + "': it must be an address such as " + ContactHubClient.DEFAULT_BASE_URL
						+ ", without user, query and fragment");
		Assert.isTrue(scheme.equals("https") || insecureAllowed || loopback(base.getHost()), () -> "baseUrl is '"
				+ baseUrl
				+ "': the token would be sent unencrypted, use https or allow it by contacthub.allow-insecure-base-url=true");
		String path = StringUtils.trimTrailingCharacter(base.getRawPath(), '/');
		if (path.endsWith(WORKSPACES)) {
			path = path.substring(0, path.length() - WORKSPACES.length());
		}
		return new Endpoint(URI.create(scheme + "://" + base.getRawAuthority() + path), workspaceId);
	}

	private static URI parse(String baseUrl) {
		try {
			return new URI(baseUrl.strip());
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException("baseUrl is '" + baseUrl + "': it is no URL (" + ex.getReason()
					+ "), it must be an address such as " + ContactHubClient.DEFAULT_BASE_URL, ex);
		}
	}

	private static boolean loopback(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		if (name.equals("localhost") || name.endsWith(".localhost")) {
			return true;
		}
		try {
			// no look-up: only literal addresses begin like this
			return (name.startsWith("127.") || name.startsWith("[")) && InetAddress.getByName(host).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	URI base() {
		return this.base;
	}

	/**
	 * The address under which all resources of the workspace are.
	 */
	String workspaceUrl() {
		return this.base.getScheme() + "://" + this.base.getRawAuthority() + this.workspacePath;
	}

	/**
	 * Refuse a request to any other address.
	 */
	void check(HttpRequest request) {
		URI uri = request.getURI();
		Assert.state(
				this.base.getScheme().equalsIgnoreCase(uri.getScheme())
						&& this.base.getRawAuthority().equalsIgnoreCase(uri.getRawAuthority())
						&& uri.getRawPath().startsWith(this.workspacePath + "/"),
				() -> "A request to " + uri.getScheme() + "://" + uri.getRawAuthority()
						+ " was stopped: the token is for " + this.base + " only");
	}

}
