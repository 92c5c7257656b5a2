package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.contacthub.client.ContactHubClient;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Finds what cannot be meant in properties and in connection details, all of it at once.
 * What is missing is not looked for: it may not be needed.
 */
final class PropertyChecks {

	/**
	 * The engines count time-outs in milliseconds, and have 31 bits for them.
	 */
	private static final Duration LONGEST = Duration.ofDays(24);

	private static final Duration SHORTEST = Duration.ofMillis(1);

	private static final DataSize LARGEST = DataSize.ofTerabytes(1);

	private static final int LONGEST_ID = 1024;

	private static final int LONGEST_TOKEN = 8 * 1024;

	/** What an INI file may have. */
	private static final Set<String> IN_FILES = Set.of("workspace-id", "token", "base-url");

	private static final int SHOWN = 100;

	private static final String QUOTES = "\"'`\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e";

	private static final Pattern BEARER = Pattern.compile("(?is)bearer(?:[\\s:].*)?");

	private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

	private static final Set<String> RESERVED = Set.of("accept", "accept-encoding", "authorization", "connection",
			"content-encoding", "content-length", "content-type", "cookie", "expect", "host", "proxy-authorization",
			"te", "traceparent", "tracestate", "transfer-encoding", "upgrade");

	private static final Pattern HOST = Pattern
		.compile("[\\p{L}\\p{N}._-]+|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*:[^\\s/@?#]*");

	private static final Pattern NON_PROXY_HOST = Pattern.compile("[^\\s/@?#$]*");

	private static final Pattern USER = Pattern.compile("(?s)^.*@");

	private final List<ContactHubConfigurationException> faults;

	private final String prefix;

	private final String origin;

	private final Predicate<String> own;

	private PropertyChecks(List<ContactHubConfigurationException> faults, String prefix, String origin,
			Predicate<String> own) {
		this.faults = faults;
		this.prefix = prefix;
		this.origin = origin;
		this.own = own;
	}

	/**
	 * Check all properties, those of named workspaces and nodes included.
	 * @param named the properties of a workspace with a name
	 * @param workspace whether the properties say where the workspace without a name is,
	 * so that those that are missing are told together with others that are wrong
	 * @param node whether they say so of its node
	 */
	static void check(Environment environment, Function<ConnectionName, ContactHubProperties> named, boolean workspace,
			boolean node) {
		List<ContactHubConfigurationException> faults = new ArrayList<>();
		ContactHubProperties properties = Binder.get(environment)
			.bindOrCreate("contacthub", ContactHubProperties.class)
			.withIniFile();
		PropertyChecks checks = new PropertyChecks(faults, "contacthub", "", (name) -> true);
		checks.all(environment, ConnectionName.none(), properties);
		for (ConnectionName name : ConnectionName.workspaces(environment)) {
			ContactHubProperties own = named.apply(name).withIniFile();
			if (own.enabled()) {
				boolean file = name.value(environment, "ini-file") != null;
				new PropertyChecks(faults, name.path(), "",
						(member) -> (file && IN_FILES.contains(member)) || name.value(environment, member) != null)
					.all(environment, name, own);
			}
		}
		if (workspace && properties.iniFile() == null && !faults.isEmpty()) {
			checks.missing(properties, node);
		}
		throwAny(faults);
	}

	static void throwAny(List<ContactHubConfigurationException> faults) {
		if (!faults.isEmpty()) {
			throw ContactHubConfigurationException.all(faults);
		}
	}

	/**
	 * Check what a bean of the application says.
	 */
	static void checkConnectionDetails(List<ContactHubConfigurationException> faults, String prefix, String workspaceId,
			String token, String baseUrl) {
		PropertyChecks checks = new PropertyChecks(faults, prefix, ", as a ContactHubConnectionDetails says it",
				(name) -> true);
		checks.workspace(workspaceId, token, baseUrl);
	}

	/**
	 * The id of a node, unless it is missing or cannot be one.
	 */
	static String nodeId(String property, @Nullable String value) {
		String id = ContactHubConfigurationException.requiredNode(property, stripped(value));
		String fault = fault(id, LONGEST_ID);
		if (fault != null) {
			throw ContactHubConfigurationException.node(property, fault);
		}
		return id;
	}

	private void missing(ContactHubProperties properties, boolean node) {
		if (StringUtils.hasText(properties.workspaceId()) || StringUtils.hasText(properties.token())
				|| StringUtils.hasText(properties.nodeId())) {
			missing("workspace-id", properties.workspaceId());
			missing("token", properties.token());
			if (node) {
				missing("node-id", properties.nodeId());
			}
		}
	}

	private void missing(String name, @Nullable String value) {
		if (ContactHubConfigurationException.isMissing(value)) {
			this.faults.add(ContactHubConfigurationException.missing(this.prefix + "." + name));
		}
	}

	private void all(Environment environment, ConnectionName name, ContactHubProperties properties) {
		connection(properties);
		id("node-id", "<id of the node>", properties.nodeId());
		for (ConnectionName node : name.nodes(environment)) {
			String fault = fault(stripped(node.value(environment, "")), LONGEST_ID);
			if (fault != null) {
				this.faults.add(ContactHubConfigurationException.node(node.path(), fault));
			}
		}
		http(properties.http());
		ContactHubProperties.Retry retry = properties.retry();
		atLeast("retry.max-attempts", retry.maxAttempts(), 1);
		between("retry.multiplier", retry.multiplier(), 1, 1000);
		fraction("retry.jitter", retry.jitter());
		timeout("retry.initial-interval", retry.initialInterval());
		timeout("retry.max-interval", retry.maxInterval());
		timeout("retry.max-elapsed", retry.maxElapsed());
		ContactHubProperties.Health health = properties.health();
		timeout("health.timeout", health.timeout());
		time("health.time-to-live", health.timeToLive());
		int prefetch = properties.stream().prefetch();
		check("stream.prefetch", prefetch >= 0, prefetch, "it must not be negative");
		check("stream.prefetch", prefetch <= 1000, prefetch, "it must be at most 1000");
		ContactHubProperties.Publisher publisher = properties.events().publisher();
		atLeast("events.publisher.capacity", publisher.capacity(), 1);
		atLeast("events.publisher.concurrency", publisher.concurrency(), 1);
		check("events.publisher.concurrency", publisher.concurrency() <= 1000, publisher.concurrency(),
				"it must be at most 1000");
		time("events.publisher.offer-timeout", publisher.offerTimeout());
		time("events.publisher.shutdown-timeout", publisher.shutdownTimeout());
		ContactHubProperties.PublisherRetry pauses = publisher.retry();
		timeout("events.publisher.retry.initial-interval", pauses.initialInterval());
		timeout("events.publisher.retry.max-interval", pauses.maxInterval());
		between("events.publisher.retry.multiplier", pauses.multiplier(), 1, 1000);
		fraction("events.publisher.retry.jitter", pauses.jitter());
	}

	private void connection(ContactHubProperties properties) {
		int before = this.faults.size();
		workspace(properties.workspaceId(), properties.token(), properties.address());
		if (this.faults.size() == before && (this.own.test("workspace-id") || this.own.test("base-url"))) {
			address(properties);
		}
	}

	private void workspace(@Nullable String id, @Nullable String token, String baseUrl) {
		id("workspace-id", "<id of the workspace>", id);
		token(token);
		baseUrl(baseUrl);
	}

	/**
	 * Check what the client checks itself, by one that is never asked.
	 */
	private void address(ContactHubProperties properties) {
		boolean unknown = ContactHubConfigurationException.isMissing(properties.workspaceId());
		if (unknown && properties.address().contains("/workspaces/")) {
			return;
		}
		ClientHttpRequestFactory none = (uri, method) -> {
			throw new UnsupportedOperationException();
		};
		try {
			ContactHubClient.builder()
				.workspaceId(unknown ? "unknown" : String.valueOf(properties.workspaceId()))
				.token("unknown")
				.baseUrl(properties.address())
				.allowInsecureBaseUrl(properties.allowInsecureBaseUrl())
				.requestFactory(none)
				.build();
		}
		catch (IllegalArgumentException ex) {
			if (WorkspaceFactory.explain(ex, this.prefix) instanceof ContactHubConfigurationException fault) {
				this.faults.add(fault);
			}
		}
	}

	private void http(ContactHubProperties.Http http) {
		timeout("http.connect-timeout", http.connectTimeout());
		timeout("http.read-timeout", http.readTimeout());
		timeout("http.call-timeout", http.callTimeout());
		atLeast("http.max-connections", http.maxConnections(), 1);
		check("http.max-connections", http.maxConnections() <= 65_535, http.maxConnections(),
				"it must be at most 65535");
		DataSize size = http.maxResponseSize();
		check("http.max-response-size", size.toBytes() > 0, size, "it must be at least 1B");
		check("http.max-response-size", size.compareTo(LARGEST) <= 0, size, "it must be at most 1TB");
		Integer rate = http.maxRequestsPerSecond();
		if (rate != null) {
			atLeast("http.max-requests-per-second", rate, 1);
			check("http.max-requests-per-second", rate <= 100_000, rate, "it must be at most 100000");
		}
		String header = http.tracingHeader();
		check("http.tracing-header", header.isEmpty() || HEADER.matcher(header).matches(), "'" + shown(header) + "'",
				"it must be the name of a header, or empty for none");
		check("http.tracing-header", !RESERVED.contains(header.toLowerCase(Locale.ROOT)), "'" + header + "'",
				"that header has a meaning of its own");
		String host = http.proxy().host();
		if (host != null && !HOST.matcher(host).matches()) {
			add("http.proxy.host",
					"is '" + shown(USER.matcher(host).replaceFirst("***@"))
							+ "': it must be the name of the host alone, without scheme, user, port and path",
					"""
							Give the name of the host, and its port apart:

							%s""".formatted(ContactHubConfigurationException.lines(this.prefix + ".http.proxy",
							"host: proxy.example.com\nport: 8080")));
		}
		proxyUser(http.proxy());
		for (String pattern : http.proxy().nonProxyHosts()) {
			if (!NON_PROXY_HOST.matcher(pattern.strip()).matches()) {
				add("http.proxy.non-proxy-hosts",
						"holds '" + shown(pattern)
								+ "': it must be the name of a host alone, which may begin or end with an asterisk",
						"""
								Give the names of hosts, without scheme, port and path:

								%s""".formatted(ContactHubConfigurationException.lines(this.prefix + ".http.proxy",
								"non-proxy-hosts: \"localhost,*.example.com\"")));
			}
		}
		int port = http.proxy().port();
		check("http.proxy.port", port > 0 && port <= 65_535, port, "it must be from 1 to 65535");
	}

	private void proxyUser(ContactHubProperties.Proxy proxy) {
		String name = proxy.username();
		String password = proxy.password();
		if (name != null && (name.contains(":") || name.contains("${") || hasControl(name))) {
			// what is behind a colon may be the password
			proxyUser("username", "holds a colon, a control character or a placeholder without a value");
		}
		if (password != null && (password.contains("${") || hasControl(password))) {
			proxyUser("password", "holds a control character or a placeholder without a value");
		}
		if ((name != null) != (password != null)) {
			String present = (name != null) ? "username" : "password";
			proxyUser(present, "is set without the other one of username and password");
		}
	}

	private void proxyUser(String name, String fault) {
		add("http.proxy." + name, fault, """
				Give the user and the password that the proxy asks for, or neither:

				%s""".formatted(ContactHubConfigurationException.lines(this.prefix + ".http.proxy",
				"username: <name>\npassword: ${PROXY_PASSWORD}")));
	}

	private static boolean hasControl(String value) {
		return value.chars().anyMatch(Character::isISOControl);
	}

	private void id(String name, String example, @Nullable String value) {
		String fault = fault(value, LONGEST_ID);
		if (fault != null) {
			add(name, fault, """
					Give the id alone, as ContactHub's settings show it:

					%s""".formatted(ContactHubConfigurationException.lines(this.prefix, name + ": " + example)));
		}
	}

	private void token(@Nullable String value) {
		if (ContactHubConfigurationException.isMissing(value)) {
			return;
		}
		String token = String.valueOf(value);
		String fault = characters(token, LONGEST_TOKEN);
		if (BEARER.matcher(token).matches()) {
			fault = "begins with 'Bearer', which the client says by itself";
		}
		else if (fault == null && !token.chars().allMatch((character) -> character > ' ' && character < 127)) {
			fault = "holds a letter that is not ASCII";
		}
		if (fault != null) {
			add("token", fault, """
					Give the token alone, as ContactHub shows it, without 'Bearer', quotes and blanks. It is a secret: \
					keep it in an environment variable:

					%s""".formatted(ContactHubConfigurationException.lines(this.prefix, "token: ${CONTACTHUB_TOKEN}")));
		}
	}

	/**
	 * Check an address for what its own check has no words for.
	 */
	private void baseUrl(String value) {
		if (value.contains("${")) {
			add("base-url", "holds a placeholder without a value", """
					Give the address of ContactHub, or remove the property:

					%s""".formatted(ContactHubConfigurationException.lines(this.prefix,
					"base-url: " + ContactHubClient.DEFAULT_BASE_URL)));
		}
	}

	/**
	 * A text without blanks around it, such as the line feed at the end of a secret.
	 */
	static @Nullable String stripped(@Nullable String value) {
		if (value == null) {
			return null;
		}
		int start = 0;
		int end = value.length();
		while (start < end && isBlank(value.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(value.charAt(end - 1))) {
			end--;
		}
		return value.substring(start, end);
	}

	private static boolean isBlank(int character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character);
	}

	/**
	 * What is wrong with a value that may be shown.
	 */
	private static @Nullable String fault(@Nullable String value, int longest) {
		if (ContactHubConfigurationException.isMissing(value)) {
			return null;
		}
		String text = String.valueOf(value);
		String fault = characters(text, longest);
		return (fault != null) ? "is '" + shown(text) + "': it " + fault : null;
	}

	private static @Nullable String characters(String value, int longest) {
		if (value.contains("${")) {
			return "holds a placeholder without a value";
		}
		if (QUOTES.indexOf(value.charAt(0)) >= 0 || QUOTES.indexOf(value.charAt(value.length() - 1)) >= 0) {
			return "is in quotes, which are taken for a part of it";
		}
		if (value.indexOf('/') >= 0 && !value.contains("..") && longest == LONGEST_ID) {
			return "holds a slash, as addresses do";
		}
		if (value.chars().anyMatch(PropertyChecks::isBlank)) {
			return "holds a blank or a line break";
		}
		if (value.chars()
			.anyMatch((character) -> Character.isISOControl(character)
					|| Character.getType(character) == Character.FORMAT)) {
			return "holds a control character";
		}
		return (value.length() > longest)
				? "has " + value.length() + " characters: there must be at most %,d".formatted(longest) : null;
	}

	private static String shown(String value) {
		String printable = value.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
		return (printable.length() > SHOWN) ? printable.substring(0, SHOWN) + "..." : printable;
	}

	private void timeout(String name, @Nullable Duration value) {
		if (value != null) {
			check(name, value.compareTo(SHORTEST) >= 0, value, "it must be at least 1ms");
			check(name, value.compareTo(LONGEST) <= 0, value, "it must be at most 24d");
		}
	}

	private void time(String name, Duration value) {
		check(name, !value.isNegative(), value, "it must not be negative");
		check(name, value.compareTo(LONGEST) <= 0, value, "it must be at most 24d");
	}

	private void atLeast(String name, int value, int least) {
		check(name, value >= least, value, "it must be at least " + least);
	}

	private void between(String name, double value, int least, int most) {
		check(name, value >= least, value, "it must be at least " + least);
		check(name, !(value > most), value, "it must be at most " + most);
	}

	private void fraction(String name, double value) {
		check(name, value >= 0 && value <= 1, value, "it must be from 0 to 1");
	}

	private void check(String name, boolean correct, Object value, String rule) {
		if (!correct) {
			String last = name.substring(name.lastIndexOf('.') + 1);
			String parent = name.substring(0, name.length() - last.length() - 1);
			add(name, "is " + value + ": " + rule, """
					Give another value, or remove the property to have its default:

					%s""".formatted(
					ContactHubConfigurationException.lines(this.prefix + "." + parent, "# " + last + ": <value>")));
		}
	}

	/**
	 * Add a fault, but not that of a value that a workspace inherits, which is told where
	 * it comes from.
	 */
	private void add(String name, String fault, String action) {
		if (this.own.test(name)) {
			this.faults
				.add(new ContactHubConfigurationException(this.prefix + "." + name, fault + this.origin + ".", action));
		}
	}

}
