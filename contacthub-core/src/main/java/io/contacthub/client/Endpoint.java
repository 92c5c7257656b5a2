package io.contacthub.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.http.HttpRequest;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * The one address that requests, and with them the token, may go to.
 */
final class Endpoint {

	/**
	 * The path of the only operation outside of a workspace: who the token belongs to.
	 */
	static final String CALLER = "/me";

	private static final String WORKSPACES = "/workspaces";

	private static final String API = "/hub/v1";

	private static final Pattern LITERAL = Pattern.compile("127\\.[0-9.]+|\\[[0-9a-f:.]+]");

	/**
	 * A step to another path, which the server or a proxy takes, not we.
	 */
	private static final Pattern DOT_SEGMENT = Pattern.compile("/(?:\\.|%2e){1,2}(?:/|$)", Pattern.CASE_INSENSITIVE);

	private static final Pattern PLAIN = Pattern.compile("[^%;]*");

	private static final Pattern USER = Pattern.compile("(?s)^([a-zA-Z][a-zA-Z0-9+.-]*://)?.*@");

	private static final String SUCH_AS = "it must be an address such as " + ContactHubClient.DEFAULT_BASE_URL;

	private final URI base;

	private final String workspacePath;

	private final String workspaceRoot;

	private final String callerPath;

	private Endpoint(URI base, String workspaceId) {
		this.base = base;
		this.workspacePath = base.getRawPath() + WORKSPACES + "/"
				+ UriUtils.encode(workspaceId, StandardCharsets.UTF_8);
		this.workspaceRoot = this.workspacePath + "/";
		this.callerPath = base.getRawPath() + CALLER;
	}

	/**
	 * Make an endpoint.
	 * @param baseUrl the address, in any of the forms that clients of ContactHub take:
	 * without a path, with that of the API, with {@code /workspaces}, and with the id of
	 * the workspace
	 * @param workspaceId the id of the workspace
	 * @param insecureAllowed whether the address may be a plain {@code http} one of
	 * another machine
	 * @throws IllegalSettingException when one of them is refused
	 */
	static Endpoint of(String baseUrl, String workspaceId, boolean insecureAllowed) {
		checkId(workspaceId);
		String shown = USER.matcher(baseUrl).replaceFirst("$1***@");
		URI base = parse(baseUrl, shown);
		String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
		check((scheme.equals("https") || scheme.equals("http")) && StringUtils.hasText(base.getHost())
				&& base.getRawQuery() == null && base.getRawFragment() == null && base.getRawUserInfo() == null, shown,
				SUCH_AS + ", without user, query and fragment");
		if (!scheme.equals("https") && !insecureAllowed && !loopback(base.getHost())) {
			throw new IllegalSettingException("allowInsecureBaseUrl", false,
					"the token would be sent unencrypted to '" + shown + "', use https or allow it");
		}
		return new Endpoint(URI.create(scheme + "://" + base.getRawAuthority() + path(base, shown, workspaceId)),
				workspaceId);
	}

	private static void check(boolean correct, String shown, String remedy) {
		if (!correct) {
			throw new IllegalSettingException("baseUrl", shown, remedy);
		}
	}

	private static void checkId(String workspaceId) {
		PathVariables.Fault fault = PathVariables.fault(workspaceId);
		if (fault != null) {
			throw new IllegalSettingException("workspaceId", shown(workspaceId),
					(fault.problem() != null) ? "it " + fault.problem() + ", " + fault.remedy() : fault.remedy());
		}
	}

	private static String shown(String workspaceId) {
		String text = workspaceId.replaceAll("\\p{Cntrl}", "?");
		return (text.length() > 100) ? text.substring(0, 100) + "…" : text;
	}

	private static String path(URI base, String shown, String workspaceId) {
		String given = StringUtils.trimTrailingCharacter(base.normalize().getRawPath().replaceAll("/{2,}", "/"), '/');
		int end = (given + "/").toLowerCase(Locale.ROOT).indexOf(WORKSPACES + "/");
		String path = (end >= 0) ? given.substring(0, end) : given;
		String behind = (end >= 0) ? given.substring(end + WORKSPACES.length()) : "";
		check(PLAIN.matcher(path).matches() && !hasDotSegment(path) && base.getPort() <= 65_535, shown,
				SUCH_AS + ", whose path holds nothing that is encoded and no '..'");
		check(behind.isEmpty() || UriUtils.decode(behind, StandardCharsets.UTF_8).equals("/" + workspaceId), shown,
				"behind " + WORKSPACES + " there may be the id of the workspace only, which is '" + workspaceId + "'");
		return path.isEmpty() ? API : path;
	}

	private static URI parse(String baseUrl, String shown) {
		try {
			return new URI(baseUrl.strip());
		}
		catch (URISyntaxException ex) {
			// without the cause, which quotes what may hold a password
			throw new IllegalSettingException("baseUrl", shown, "it is no URL (" + ex.getReason() + "), " + SUCH_AS);
		}
	}

	private static boolean loopback(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		if (name.equals("localhost") || name.endsWith(".localhost")) {
			return true;
		}
		try {
			// only literal addresses, which need no look-up: its outcome may change
			return LITERAL.matcher(name).matches() && InetAddress.getByName(host).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	URI base() {
		return this.base;
	}

	/**
	 * Return the address under which all resources of the workspace are.
	 */
	String workspaceUrl() {
		return this.base.getScheme() + "://" + this.base.getRawAuthority() + this.workspacePath;
	}

	/**
	 * Return an address, or its path, with a name in place of the id of the workspace.
	 */
	String hideWorkspace(String address) {
		return address.replace(this.workspaceRoot, this.base.getRawPath() + WORKSPACES + "/{workspaceId}/");
	}

	/**
	 * Refuse a request to any other address.
	 */
	void check(HttpRequest request) {
		URI uri = request.getURI();
		Assert.state(this.base.getScheme().equalsIgnoreCase(uri.getScheme())
				&& this.base.getRawAuthority().equalsIgnoreCase(uri.getRawAuthority()) && permits(uri.getRawPath()),
				() -> "A request to " + uri.getScheme() + "://" + uri.getRawAuthority()
						+ " was stopped: the token is for " + this.base + " only");
	}

	private boolean permits(String path) {
		return (path.startsWith(this.workspaceRoot) && !hasDotSegment(path)) || path.equals(this.callerPath);
	}

	private static boolean hasDotSegment(String path) {
		// the pattern takes as long as all other checks, and few paths have a reason
		return (path.contains("/.") || path.contains("/%")) && DOT_SEGMENT.matcher(path).find();
	}

}
