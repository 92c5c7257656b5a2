package io.contacthub.emulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Builder of an emulator. Each option has its counterparts in the properties
 * {@code contacthub.emulator} of Spring Boot, in the attributes of
 * {@code @AutoConfigureContactHubEmulator}, and on the command line.
 */
public final class ContactHubEmulatorBuilder {

	private static final Duration REALISTIC_DELAY = Duration.ofSeconds(30);

	private static final EmulatorSwitches REALISTIC_SWITCHES = EmulatorSwitches.off()
		.withLatency(Duration.ofMillis(30))
		.withLatencyJitter(Duration.ofMillis(120));

	private int port;

	private String bindAddress = "localhost";

	private String workspaceId = "5ec5b0a4-6a1c-4a36-9a38-6b1d6a1d7f00";

	private String nodeId = "854f0791-c120-4e4a-9264-6dd197cb922c";

	private String token = ContactHubEmulator.DEFAULT_TOKEN;

	private final Set<String> nodes = new LinkedHashSet<>();

	private final Map<String, List<String>> workspaces = new LinkedHashMap<>();

	private final Map<String, TokenRights> tokens = new LinkedHashMap<>();

	private UniquenessPolicy uniquenessPolicy = UniquenessPolicy.BLOCK;

	private List<String> uniqueProperties = List.of("base.contacts.email");

	private @Nullable Boolean requireUniqueProperties;

	private boolean uniquePropertiesSet;

	private boolean caseSensitive = true;

	private final Set<String> eventTypes = new LinkedHashSet<>();

	private @Nullable Duration eventDelay;

	private @Nullable Duration indexDelay;

	private InstantSource clock = InstantSource.system();

	private @Nullable Duration latency;

	private @Nullable Duration latencyJitter;

	private EmulatorSwitches switches = EmulatorSwitches.off();

	private boolean acceptRawBrackets;

	private boolean strict;

	private boolean realistic;

	private @Nullable Path stubs;

	private int customers;

	private List<Path> data = List.of();

	ContactHubEmulatorBuilder() {
	}

	/**
	 * Set the port to listen on, a free one by default.
	 * @param port the port, 0 for a free one
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder port(int port) {
		if (port < 0 || port > 65535) {
			throw new IllegalArgumentException("The port must be between 0 and 65535, was " + port);
		}
		this.port = port;
		return this;
	}

	/**
	 * Set the address to listen on, {@code localhost} by default: other machines and
	 * containers do not reach it there. {@code 0.0.0.0} stands for all addresses; whoever
	 * reaches the port can read and change what the emulator holds.
	 * @param bindAddress the name or number of the address
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder bindAddress(String bindAddress) {
		this.bindAddress = requireText("bind address", bindAddress);
		return this;
	}

	/**
	 * Set the id of the workspace, or of the first one.
	 * @param workspaceId the id
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder workspaceId(String workspaceId) {
		this.workspaceId = requireText("id of the workspace", workspaceId);
		return this;
	}

	/**
	 * Set the id of the node, or of the first one of the first workspace.
	 * @param nodeId the id
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder nodeId(String nodeId) {
		this.nodeId = requireText("id of the node", nodeId);
		return this;
	}

	/**
	 * Set the token that may do everything, in all workspaces.
	 * @param token the token
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder token(String token) {
		this.token = requireText("token", token);
		return this;
	}

	/**
	 * Add nodes to the first workspace.
	 * @param nodeIds the ids
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder nodes(String... nodeIds) {
		for (String id : nodeIds) {
			this.nodes.add(requireText("id of a node", id));
		}
		return this;
	}

	/**
	 * Add a workspace, which has data of its own and the same rules as the others.
	 * @param workspaceId the id of the workspace
	 * @param nodeIds the ids of its nodes, at least one
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder workspace(String workspaceId, String... nodeIds) {
		if (nodeIds.length == 0) {
			throw new IllegalArgumentException("The workspace " + workspaceId + " needs a node");
		}
		List<String> ids = new ArrayList<>();
		for (String id : nodeIds) {
			ids.add(requireText("id of a node", id));
		}
		this.workspaces.put(requireText("id of a workspace", workspaceId), List.copyOf(ids));
		return this;
	}

	/**
	 * Add a token for all workspaces.
	 * @param token the token
	 * @param kind what its bearer may do
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder token(String token, TokenKind kind) {
		this.tokens.put(requireText("token", token), new TokenRights(kind, null));
		return this;
	}

	/**
	 * Add a token for one workspace.
	 * @param token the token
	 * @param kind what its bearer may do
	 * @param workspaceId the id of the workspace, which the emulator must have when it
	 * starts
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder token(String token, TokenKind kind, String workspaceId) {
		this.tokens.put(requireText("token", token), new TokenRights(kind, workspaceId));
		return this;
	}

	/**
	 * Add a token whose rights are given as text.
	 * @param token the token
	 * @param rights {@code trusted}, {@code untrusted}, {@code read-only} or
	 * {@code expired}, followed by {@code @} and the id of a workspace if it is for that
	 * one only
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder token(String token, String rights) {
		this.tokens.put(requireText("token", token), TokenRights.parse(rights));
		return this;
	}

	/**
	 * Set what happens to a customer that equals another one,
	 * {@link UniquenessPolicy#BLOCK} by default.
	 * @param uniquenessPolicy the policy
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder uniquenessPolicy(UniquenessPolicy uniquenessPolicy) {
		this.uniquenessPolicy = uniquenessPolicy;
		return this;
	}

	/**
	 * Set the properties that make customers equal when they are all the same. As in a
	 * workspace where they are configured, a customer without one of them is refused
	 * unless the policy is {@link UniquenessPolicy#NO_CHECK}. By default it is the e-mail
	 * address, and customers may have none.
	 * @param uniqueProperties paths such as {@code base.contacts.email} and
	 * {@code externalId}
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder uniqueProperties(String... uniqueProperties) {
		this.uniqueProperties = List.of(uniqueProperties);
		this.uniquePropertiesSet = true;
		return this;
	}

	/**
	 * Set whether customers must have the unique properties.
	 * @param requireUniqueProperties true if they must; by default they must once
	 * {@link #uniqueProperties} is called
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder requireUniqueProperties(boolean requireUniqueProperties) {
		this.requireUniqueProperties = requireUniqueProperties;
		return this;
	}

	/**
	 * Set whether the texts of unique properties differ when only their case does, true
	 * by default.
	 * @param caseSensitive false if {@code ANN@example.com} is {@code ann@example.com}
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder caseSensitive(boolean caseSensitive) {
		this.caseSensitive = caseSensitive;
		return this;
	}

	/**
	 * Add types of events that the workspace defines itself. Their properties are free;
	 * types that neither are added nor are ContactHub's own are refused.
	 * @param eventTypes the types
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder eventTypes(String... eventTypes) {
		for (String type : eventTypes) {
			this.eventTypes.add(requireText("type of events", type));
		}
		return this;
	}

	/**
	 * Set the time after which an accepted event can be read. None by default, about 30
	 * seconds in reality.
	 * @param eventDelay the time
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder eventDelay(Duration eventDelay) {
		this.eventDelay = requireTime("event delay", eventDelay);
		return this;
	}

	/**
	 * Set the time after which lists and queries show a change of a customer. None by
	 * default, about 30 seconds in reality.
	 * @param indexDelay the time
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder indexDelay(Duration indexDelay) {
		this.indexDelay = requireTime("index delay", indexDelay);
		return this;
	}

	/**
	 * Set the clock, that of the machine by default. Whatever it is,
	 * {@link ContactHubEmulator#advance} moves the emulator ahead of it.
	 * @param clock the clock
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder clock(InstantSource clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Set the time at which the emulator starts, and from which its clock moves on.
	 * @param start the time
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder clockFrom(Instant start) {
		return clock(InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), start)));
	}

	/**
	 * Set the time that each answer waits, none by default.
	 * @param latency the time
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder latency(Duration latency) {
		EmulatorSwitches.off().withLatency(latency);
		this.latency = latency;
		return this;
	}

	/**
	 * Set the longest time that an answer waits in addition, none by default.
	 * @param latencyJitter the time
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder latencyJitter(Duration latencyJitter) {
		EmulatorSwitches.off().withLatencyJitter(latencyJitter);
		this.latencyJitter = latencyJitter;
		return this;
	}

	/**
	 * Set the share of the requests that fail with 503, none by default.
	 * @param failureRate the share, from 0 to 1
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder failureRate(double failureRate) {
		this.switches = this.switches.withFailureRate(failureRate);
		return this;
	}

	/**
	 * Set the share of the requests whose connection is closed without an answer, none by
	 * default.
	 * @param disconnectRate the share, from 0 to 1
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder disconnectRate(double disconnectRate) {
		this.switches = this.switches.withDisconnectRate(disconnectRate);
		return this;
	}

	/**
	 * Set the number of requests within a second above which they are refused with 429.
	 * @param rateLimit the number, 0 for no limit, which is the default
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder rateLimit(int rateLimit) {
		this.switches = this.switches.withRateLimit(rateLimit);
		return this;
	}

	/**
	 * Set whether changes of customers are refused with 423, as while ContactHub
	 * reindexes.
	 * @param reindexing true if they are, false by default
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder reindexing(boolean reindexing) {
		this.switches = this.switches.withReindexing(reindexing);
		return this;
	}

	/**
	 * Set whether {@code [} and {@code ]} may stand in the query of a request as they
	 * are. ContactHub wants them percent-encoded, which its SDK for Node.js does not do.
	 * @param acceptRawBrackets true if they may, false by default
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder acceptRawBrackets(boolean acceptRawBrackets) {
		this.acceptRawBrackets = acceptRawBrackets;
		return this;
	}

	/**
	 * Set whether requests are refused with 501 where nobody knows what ContactHub does.
	 * By default the emulator guesses, and says so once in its log.
	 * @param strict true to refuse them
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder strict(boolean strict) {
		this.strict = strict;
		return this;
	}

	/**
	 * Set whether the emulator is as inconvenient as the real ContactHub in what is not
	 * set otherwise: events and lists are 30 seconds late, customers must have the unique
	 * properties, and answers take between 30 and 150 milliseconds.
	 * @param realistic true for that, false by default
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder realistic(boolean realistic) {
		this.realistic = realistic;
		return this;
	}

	/**
	 * Set the folder of WireMock's mapping files that are registered as stubs when the
	 * emulator starts and after each {@link ContactHubEmulator#reset()}. They have
	 * priority over the emulator.
	 * @param stubs the folder
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder stubs(Path stubs) {
		if (!Files.isDirectory(stubs)) {
			throw new IllegalArgumentException("The stubs must be in a folder, and there is no folder " + stubs);
		}
		this.stubs = stubs;
		return this;
	}

	/**
	 * Set the number of made-up customers, with a few events each, that the emulator
	 * starts with, also after a {@link ContactHubEmulator#reset()}.
	 * @param customers the number, 0 by default
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder customers(int customers) {
		if (customers < 0) {
			throw new IllegalArgumentException("The number of customers must be at least 0, was " + customers);
		}
		this.customers = customers;
		return this;
	}

	/**
	 * Set the files with customers, events and sessions that the emulator starts with,
	 * also after a {@link ContactHubEmulator#reset()}. They are as those of
	 * {@link ContactHubEmulator#seed(java.io.Reader)}, in UTF-8, and go to the first
	 * workspace.
	 * @param data the files
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder data(Path... data) {
		for (Path file : data) {
			if (!Files.isReadable(file) || Files.isDirectory(file)) {
				throw new IllegalArgumentException("The data must be in files, and there is no file " + file);
			}
		}
		this.data = List.of(data);
		return this;
	}

	/**
	 * Start the emulator.
	 * @return the running emulator
	 * @throws IllegalArgumentException if a token is for a workspace that is not there, a
	 * token or workspace is added twice, or a file has a line that is not valid
	 */
	public ContactHubEmulator start() {
		return new ContactHubEmulator(this);
	}

	int port() {
		return this.port;
	}

	String bindAddress() {
		return this.bindAddress;
	}

	InstantSource clock() {
		return this.clock;
	}

	boolean acceptRawBrackets() {
		return this.acceptRawBrackets;
	}

	@Nullable Path stubs() {
		return this.stubs;
	}

	int customers() {
		return this.customers;
	}

	List<Path> data() {
		return this.data;
	}

	EmulatorSwitches switches() {
		EmulatorSwitches base = this.realistic ? REALISTIC_SWITCHES : EmulatorSwitches.off();
		return this.switches.withLatency((this.latency != null) ? this.latency : base.latency())
			.withLatencyJitter((this.latencyJitter != null) ? this.latencyJitter : base.latencyJitter());
	}

	Map<String, TokenRights> tokens() {
		Map<String, TokenRights> all = new LinkedHashMap<>();
		all.put(this.token, new TokenRights(TokenKind.TRUSTED, null));
		Set<String> ids = allWorkspaces().keySet();
		this.tokens.forEach((name, rights) -> {
			if (all.putIfAbsent(name, rights) != null) {
				throw new IllegalArgumentException("A token is there twice, once as the main one");
			}
			if (rights.workspaceId() != null && !ids.contains(rights.workspaceId())) {
				throw new IllegalArgumentException("A token is for the workspace " + rights.workspaceId()
						+ ", which is none of " + String.join(", ", ids));
			}
		});
		return all;
	}

	List<EmulatorSettings> settings() {
		Guesses guesses = new Guesses(this.strict);
		Duration delay = this.realistic ? REALISTIC_DELAY : Duration.ZERO;
		boolean required = (this.requireUniqueProperties != null) ? this.requireUniqueProperties
				: this.uniquePropertiesSet || this.realistic;
		Map<String, Schema> types = this.eventTypes.stream()
			.collect(Collectors.toMap((type) -> type, (type) -> ValueSchema.FREE_OBJECT));
		List<EmulatorSettings> settings = new ArrayList<>();
		allWorkspaces().forEach((id,
				nodeIds) -> settings.add(new EmulatorSettings(id, nodeIds, this.uniquenessPolicy, this.uniqueProperties,
						required, this.caseSensitive, types, (this.eventDelay != null) ? this.eventDelay : delay,
						(this.indexDelay != null) ? this.indexDelay : delay, guesses)));
		return settings;
	}

	private Map<String, List<String>> allWorkspaces() {
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

	private static String requireText(String name, String value) {
		if (value.isBlank() || !value.equals(value.strip())) {
			throw new IllegalArgumentException(
					"The " + name + " must be a text without blanks around it, was '" + value + "'");
		}
		return value;
	}

	private static Duration requireTime(String name, Duration value) {
		if (value.isNegative()) {
			throw new IllegalArgumentException("The " + name + " must be at least 0, was " + value);
		}
		return value;
	}

}
