package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Checks of the properties of the HTTP client: of what the client does not refuse itself.
 */
final class HttpPropertyChecks {

	private static final DataSize LARGEST = DataSize.ofTerabytes(1);

	private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

	private static final Set<String> RESERVED = Set.of("accept", "accept-encoding", "authorization", "connection",
			"content-encoding", "content-length", "content-type", "cookie", "expect", "host", "proxy-authorization",
			"te", "traceparent", "tracestate", "transfer-encoding", "upgrade");

	private static final Pattern HOST = Pattern
		.compile("[\\p{L}\\p{N}._-]+|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*:[^\\s/@?#]*");

	private static final Pattern NON_PROXY_HOST = Pattern.compile("[^\\s/@?#$]*");

	private static final Pattern USER = Pattern.compile("(?s)^.*@");

	private final PropertyFaults faults;

	HttpPropertyChecks(PropertyFaults faults) {
		this.faults = faults;
	}

	void check(ConnectionProperties.Http http) {
		timeout("connect-timeout", http.connectTimeout());
		timeout("read-timeout", http.readTimeout());
		Duration callTimeout = http.callTimeout();
		if (callTimeout != null) {
			PropertyChecks.atMost(this.faults, "http.call-timeout", callTimeout);
		}
		int connections = http.maxConnections();
		check("max-connections", connections >= 1, connections, "it must be at least 1");
		check("max-connections", connections <= 65_535, connections, "it must be at most 65535");
		DataSize size = http.maxResponseSize();
		check("max-response-size", size.compareTo(LARGEST) <= 0, size, "it must be at most 1TB");
		Integer rate = http.maxRequestsPerSecond();
		// none is no limit for the client
		check("max-requests-per-second", rate == null || rate >= 1, String.valueOf(rate), "it must be at least 1");
		String header = http.tracingHeader();
		check("tracing-header", header.isEmpty() || HEADER.matcher(header).matches(),
				"'" + PropertyText.shown(header) + "'", "it must be the name of a header, or empty for none");
		check("tracing-header", !RESERVED.contains(header.toLowerCase(Locale.ROOT)), "'" + header + "'",
				"that header has a meaning of its own");
		proxy(http.proxy());
	}

	private void timeout(String name, @Nullable Duration value) {
		if (value != null) {
			check(name, value.compareTo(Duration.ofMillis(1)) >= 0, value, "it must be at least 1ms");
			PropertyChecks.atMost(this.faults, "http." + name, value);
		}
	}

	private void check(String name, boolean correct, Object value, String rule) {
		this.faults.check("http." + name, correct, value, rule);
	}

	private void proxy(ConnectionProperties.Proxy proxy) {
		String host = proxy.host();
		if (host != null && !HOST.matcher(host).matches()) {
			proxy("host",
					"is '" + PropertyText.shown(USER.matcher(host).replaceFirst("***@"))
							+ "': it must be the name of the host alone, without scheme, user, port and path",
					"Give the name of the host, and its port apart", "host: proxy.example.com\nport: 8080");
		}
		credentials(proxy.username(), proxy.password());
		for (String pattern : proxy.nonProxyHosts()) {
			if (!NON_PROXY_HOST.matcher(pattern.strip()).matches()) {
				proxy("non-proxy-hosts",
						"holds '" + PropertyText.shown(pattern)
								+ "': it must be the name of a host alone, which may begin or end with an asterisk",
						"Give the names of hosts, without scheme, port and path",
						"non-proxy-hosts: \"localhost,*.example.com\"");
			}
		}
		int port = proxy.port();
		check("proxy.port", port > 0 && port <= 65_535, port, "it must be from 1 to 65535");
	}

	private void credentials(@Nullable String name, @Nullable String password) {
		if (name != null && (name.contains(":") || isUnusable(name))) {
			// what is behind a colon may be the password
			credential("username", "holds a colon, a control character or a placeholder without a value");
		}
		if (password != null && isUnusable(password)) {
			credential("password", "holds a control character or a placeholder without a value");
		}
		if ((name != null) != (password != null)) {
			credential((name != null) ? "username" : "password",
					"is set without the other one of username and password");
		}
	}

	private static boolean isUnusable(String value) {
		return PropertyText.hasPlaceholder(value) || PropertyText.hasControl(value);
	}

	private void credential(String name, String fault) {
		proxy(name, fault, "Give the user and the password that the proxy asks for, or neither",
				"username: <name>\npassword: ${PROXY_PASSWORD}");
	}

	private void proxy(String name, String fault, String action, String lines) {
		this.faults.add("http.proxy." + name, fault,
				action + ":\n\n" + ContactHubConfigurationException.lines(this.faults.prefix() + ".http.proxy", lines));
	}

}
