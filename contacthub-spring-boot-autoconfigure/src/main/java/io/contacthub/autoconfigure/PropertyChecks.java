package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import io.contacthub.client.ContactHubClient;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Checks of all properties at start, those of named workspaces and nodes included, which
 * find at once all that cannot be meant: what the settings of the client refuse, what the
 * client has no settings for, and values so great that they are taken for mistakes. What
 * is missing is not looked for: it may not be needed.
 */
final class PropertyChecks {

	/**
	 * The engines count time-outs in milliseconds, and have 31 bits for them.
	 */
	private static final Duration LONGEST = Duration.ofDays(24);

	/** What an INI file may have. */
	private static final Set<String> IN_FILES = Set.of("workspace-id", "token", "base-url");

	/** The version that this library is built with. */
	static final String SCHEMA_LIBRARY = "3.0.9";

	private final Environment environment;

	private final Function<ConnectionName, ConnectionProperties> properties;

	private final Function<ConnectionProperties.Http, Duration> callTimeout;

	private final boolean schemas;

	private final boolean jdbc;

	/**
	 * Create the checks.
	 * @param properties gives the properties of a workspace with a name
	 * @param callTimeout gives the longest time of a call
	 * @param schemas whether there is the library for JSON Schema
	 * @param jdbc whether there is what the store in the database needs
	 */
	PropertyChecks(Environment environment, Function<ConnectionName, ConnectionProperties> properties,
			Function<ConnectionProperties.Http, Duration> callTimeout, boolean schemas, boolean jdbc) {
		this.environment = environment;
		this.properties = properties;
		this.callTimeout = callTimeout;
		this.schemas = schemas;
		this.jdbc = jdbc;
	}

	/**
	 * Check the properties.
	 * @param common those that hold for all connections
	 * @param own those of the connection without a name
	 * @param workspace whether the properties say where the workspace without a name is,
	 * so that those that are missing are told together with others that are wrong
	 * @param node whether they say so of its node
	 * @param publisher whether there is a publisher for that
	 */
	void check(ContactHubProperties common, ConnectionProperties own, boolean workspace, boolean node,
			boolean publisher) {
		PropertyFaults faults = PropertyFaults.of("contacthub");
		ConnectionProperties main = own.withIniFile();
		connection(ConnectionName.none(), main, faults);
		health(common.health(), faults);
		PublisherPropertyChecks publishers = new PublisherPropertyChecks(common.events().publisher(), faults);
		publishers.check(this.jdbc);
		if (publisher || !ConnectionName.none().nodes(this.environment).isEmpty()) {
			publishers.callTimeout(() -> this.callTimeout.apply(main.http()), "contacthub.http.call-timeout");
		}
		for (ConnectionName name : ConnectionName.workspaces(this.environment)) {
			ConnectionProperties named = this.properties.apply(name).withIniFile();
			if (named.enabled()) {
				boolean file = name.value(this.environment, "ini-file") != null;
				connection(name, named, faults.ofWorkspace(name.path(), (member) -> (file && IN_FILES.contains(member))
						|| name.value(this.environment, member) != null));
				if (NamedConnections.hasNode(this.environment, name)) {
					boolean set = name.value(this.environment, "http.call-timeout") != null;
					publishers.callTimeout(() -> this.callTimeout.apply(named.http()),
							(set ? name.path() : "contacthub") + ".http.call-timeout");
				}
			}
		}
		if (workspace && main.iniFile() == null && faults.size() > 0) {
			missing(main, node, faults);
		}
		faults.throwAny();
	}

	private static void missing(ConnectionProperties properties, boolean node, PropertyFaults faults) {
		if (StringUtils.hasText(properties.workspaceId()) || StringUtils.hasText(properties.token())
				|| StringUtils.hasText(properties.nodeId())) {
			faults.require("workspace-id", properties.workspaceId());
			faults.require("token", properties.token());
			if (node) {
				faults.require("node-id", properties.nodeId());
			}
		}
	}

	private void connection(ConnectionName name, ConnectionProperties properties, PropertyFaults faults) {
		ConnectionChecks connection = new ConnectionChecks(faults);
		connection.properties(properties);
		name.nodes(this.environment).forEach((node) -> connection.node(node.path(), node.value(this.environment, "")));
		properties.applyTo(ContactHubClient.builder(), faults.refusals(""));
		new HttpPropertyChecks(faults).check(properties.http());
		ConnectionProperties.Retry retry = properties.retry();
		retry.settings(faults.refusals("retry"));
		atMost(faults, "retry.multiplier", retry.multiplier());
		atMost(faults, "retry.initial-interval", retry.initialInterval());
		atMost(faults, "retry.max-interval", retry.maxInterval());
		atMost(faults, "retry.max-elapsed", retry.maxElapsed());
		atMost(faults, "stream.prefetch", properties.stream().prefetch());
		validation(properties.validation(), faults);
	}

	private void validation(ConnectionProperties.Validation validation, PropertyFaults faults) {
		mode("validation.events", validation.events(), faults);
		mode("validation.customers", validation.customers(), faults);
		atLeast(faults, "validation.time-to-live", validation.timeToLive());
		atMost(faults, "validation.time-to-live", validation.timeToLive());
		atLeast(faults, "validation.timeout", validation.timeout());
		atMost(faults, "validation.timeout", validation.timeout());
	}

	private void mode(String name, ValidationMode mode, PropertyFaults faults) {
		if (mode != ValidationMode.OFF && !this.schemas) {
			faults.add(name,
					"is " + mode.name().toLowerCase(Locale.ROOT)
							+ ": needs the library com.networknt:json-schema-validator, which is missing",
					"""
							Add the library:

							<dependency>
							  <groupId>com.networknt</groupId>
							  <artifactId>json-schema-validator</artifactId>
							  <version>%s</version>
							</dependency>

							Or leave the documents unchecked:

							%s""".formatted(SCHEMA_LIBRARY, ContactHubConfigurationException
						.lines(faults.prefix() + ".validation", name.substring(name.indexOf('.') + 1) + ": off")));
		}
	}

	private static void health(ContactHubProperties.Health health, PropertyFaults faults) {
		atLeast(faults, "health.timeout", health.timeout());
		atMost(faults, "health.timeout", health.timeout());
		faults.check("health.time-to-live", !health.timeToLive().isNegative(), health.timeToLive(),
				"it must not be negative");
		atMost(faults, "health.time-to-live", health.timeToLive());
	}

	/**
	 * Add a number that is taken for a mistake.
	 */
	static void atMost(PropertyFaults faults, String name, Number value) {
		faults.check(name, !(value.doubleValue() > 1000), value, "it must be at most 1000");
	}

	private static void atLeast(PropertyFaults faults, String name, Duration value) {
		faults.check(name, value.compareTo(Duration.ofMillis(1)) >= 0, value, "it must be at least 1ms");
	}

	/**
	 * Add a time that no engine can count.
	 */
	static void atMost(PropertyFaults faults, String name, Duration value) {
		faults.check(name, value.compareTo(LONGEST) <= 0, value, "it must be at most 24d");
	}

}
