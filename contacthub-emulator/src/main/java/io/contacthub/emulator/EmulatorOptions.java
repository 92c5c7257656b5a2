package io.contacthub.emulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The options of an emulator, as its builder collects them.
 */
final class EmulatorOptions {

	private static final Duration REALISTIC_DELAY = Duration.ofSeconds(30);

	private static final EmulatorSwitches REALISTIC_SWITCHES = EmulatorSwitches.off()
		.withLatency(Duration.ofMillis(30))
		.withLatencyJitter(Duration.ofMillis(120));

	int port;

	String bindAddress = "localhost";

	boolean background;

	String workspaceId = "5ec5b0a4-6a1c-4a36-9a38-6b1d6a1d7f00";

	String nodeId = "854f0791-c120-4e4a-9264-6dd197cb922c";

	String token = ContactHubEmulator.DEFAULT_TOKEN;

	final Set<String> nodes = new LinkedHashSet<>();

	private final Map<String, List<String>> workspaces = new LinkedHashMap<>();

	private final Map<String, TokenRights> tokens = new LinkedHashMap<>();

	UniquenessPolicy uniquenessPolicy = UniquenessPolicy.BLOCK;

	List<String> uniqueProperties = List.of("base.contacts.email");

	boolean uniquePropertiesSet;

	@Nullable Boolean requireUniqueProperties;

	boolean caseSensitive = true;

	final Set<String> eventTypes = new LinkedHashSet<>();

	final Set<Path> eventSchemas = new LinkedHashSet<>();

	@Nullable Path extendedSchema;

	@Nullable Duration eventDelay;

	@Nullable Duration indexDelay;

	InstantSource clock = InstantSource.system();

	private UnaryOperator<EmulatorSwitches> switches = UnaryOperator.identity();

	boolean acceptRawBrackets;

	boolean strict;

	boolean realistic;

	@Nullable Path stubs;

	int customers;

	@Nullable Long seed;

	List<Path> data = List.of();

	void addToken(String token, TokenRights rights) {
		if (this.tokens.putIfAbsent(requireToken(token), rights) != null) {
			throw new IllegalArgumentException("A token is there twice");
		}
	}

	void addWorkspace(String id, List<String> nodeIds) {
		if (this.workspaces.putIfAbsent(requireText("id of a workspace", id), nodeIds) != null) {
			throw new IllegalArgumentException("The workspace " + id + " is there twice");
		}
	}

	void addSwitches(UnaryOperator<EmulatorSwitches> change) {
		UnaryOperator<EmulatorSwitches> before = this.switches;
		this.switches = (switches) -> change.apply(before.apply(switches));
		this.switches.apply(EmulatorSwitches.off());
	}

	EmulatorSwitches switches() {
		return this.switches.apply(this.realistic ? REALISTIC_SWITCHES : EmulatorSwitches.off());
	}

	/**
	 * Return all tokens, the main one first.
	 */
	Map<String, TokenRights> tokens() {
		Map<String, TokenRights> all = new LinkedHashMap<>();
		all.put(this.token, new TokenRights(TokenKind.ADMIN, List.of()));
		Set<String> ids = workspaces().keySet();
		this.tokens.forEach((name, rights) -> {
			if (all.putIfAbsent(name, rights) != null) {
				throw new IllegalArgumentException("A token is there twice, once as the main one");
			}
			rights.workspaceIds().forEach((id) -> {
				if (!ids.contains(id)) {
					throw new IllegalArgumentException(
							"A token is for the workspace " + id + ", which is none of " + String.join(", ", ids));
				}
			});
		});
		return all;
	}

	/**
	 * Return the settings of each workspace.
	 */
	List<EmulatorSettings> settings() {
		Guesses guesses = new Guesses(this.strict);
		Duration delay = this.realistic ? REALISTIC_DELAY : Duration.ZERO;
		boolean required = (this.requireUniqueProperties != null) ? this.requireUniqueProperties
				: this.uniquePropertiesSet || this.realistic;
		Map<String, Schema> types = OwnSchemas.eventTypes(this.eventTypes, this.eventSchemas);
		Schema extended = (this.extendedSchema != null) ? OwnSchemas.read(this.extendedSchema)
				: ValueSchema.FREE_OBJECT;
		List<EmulatorSettings> settings = new ArrayList<>();
		workspaces().forEach((id, nodeIds) -> {
			WorkspaceRules rules = new WorkspaceRules(nodeIds, this.uniquenessPolicy, this.uniqueProperties, required,
					this.caseSensitive, types, extended);
			settings.add(new EmulatorSettings(id, rules, Boolean.FALSE.equals(this.requireUniqueProperties),
					(this.eventDelay != null) ? this.eventDelay : delay,
					(this.indexDelay != null) ? this.indexDelay : delay, guesses));
		});
		return settings;
	}

	private Map<String, List<String>> workspaces() {
		Map<String, List<String>> all = new LinkedHashMap<>();
		Set<String> first = new LinkedHashSet<>(List.of(this.nodeId));
		first.addAll(this.nodes);
		all.put(this.workspaceId, List.copyOf(first));
		this.workspaces.forEach((id, nodeIds) -> {
			if (all.putIfAbsent(id, nodeIds) != null) {
				throw new IllegalArgumentException("The workspace " + id + " is the first one already");
			}
		});
		return all;
	}

	static String requireText(String name, String value) {
		if (value.isBlank() || !value.equals(value.strip())) {
			throw new IllegalArgumentException(
					"The " + name + " must be a text without blanks around it, was '" + value + "'");
		}
		return value;
	}

	/**
	 * Return a token, which no message repeats.
	 */
	static String requireToken(String token) {
		if (token.isBlank() || !token.equals(token.strip())) {
			throw new IllegalArgumentException("A token must be a text without blanks around it");
		}
		return token;
	}

	static Duration requireTime(String name, Duration value) {
		if (value.isNegative()) {
			throw new IllegalArgumentException("The " + name + " must be at least 0, was " + value);
		}
		return value;
	}

}
