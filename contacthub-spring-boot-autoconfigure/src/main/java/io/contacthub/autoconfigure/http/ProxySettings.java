package io.contacthub.autoconfigure.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Proxy that the requests of an HTTP engine go through. For this library.
 *
 * @param host the host name of the proxy
 * @param port the port of the proxy
 * @param username the name of the user that the proxy asks for, {@code null} for none
 * @param password the password of that user
 * @param nonProxyHosts the names of hosts that are reached without the proxy; each may
 * begin or end with an asterisk
 */
public record ProxySettings(String host, int port, @Nullable String username, @Nullable String password,
		List<String> nonProxyHosts) {

	/**
	 * Return whether a host is reached without the proxy.
	 */
	boolean excludes(@Nullable String target) {
		return target != null && this.nonProxyHosts.stream().anyMatch((pattern) -> matches(pattern, target));
	}

	private static boolean matches(String pattern, String target) {
		String name = plain(target);
		String part = plain(pattern);
		if (part.startsWith("*")) {
			String end = part.substring(1);
			return end.endsWith("*") ? name.contains(end.substring(0, end.length() - 1)) : name.endsWith(end);
		}
		return part.endsWith("*") ? name.startsWith(part.substring(0, part.length() - 1)) : name.equals(part);
	}

	private static String plain(String host) {
		return host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
	}

	/**
	 * Return what the proxy asks for, if anything.
	 */
	@Nullable String authorization() {
		return (this.username != null) ? "Basic "
				+ HttpHeaders.encodeBasicAuth(this.username, String.valueOf(this.password), StandardCharsets.UTF_8)
				: null;
	}

	/**
	 * Return a text without the password.
	 */
	@Override
	public String toString() {
		return "ProxySettings[host=" + this.host + ", port=" + this.port + "]";
	}

}
