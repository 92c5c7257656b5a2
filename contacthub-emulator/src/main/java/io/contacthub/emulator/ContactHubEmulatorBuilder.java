package io.contacthub.emulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Builder of an emulator. Each option has its counterparts in the properties
 * {@code contacthub.emulator} of Spring Boot, in the attributes of
 * {@code @AutoConfigureContactHubEmulator}, and on the command line.
 */
public final class ContactHubEmulatorBuilder {

	private final EmulatorOptions options = new EmulatorOptions();

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
		this.options.port = port;
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
		String address = EmulatorOptions.requireText("bind address", bindAddress);
		this.options.bindAddress = address.matches("\\[.*]") ? address.substring(1, address.length() - 1) : address;
		return this;
	}

	/**
	 * Set the id of the workspace, or of the first one.
	 * @param workspaceId the id
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder workspaceId(String workspaceId) {
		this.options.workspaceId = EmulatorOptions.requireText("id of the workspace", workspaceId);
		return this;
	}

	/**
	 * Set the id of the node, or of the first one of the first workspace.
	 * @param nodeId the id
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder nodeId(String nodeId) {
		this.options.nodeId = EmulatorOptions.requireText("id of the node", nodeId);
		return this;
	}

	/**
	 * Set the token that may do everything, in all workspaces.
	 * @param token the token
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder token(String token) {
		this.options.token = EmulatorOptions.requireToken(token);
		return this;
	}

	/**
	 * Add nodes to the first workspace.
	 * @param nodeIds the ids
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder nodes(String... nodeIds) {
		for (String id : nodeIds) {
			this.options.nodes.add(EmulatorOptions.requireText("id of a node", id));
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
			ids.add(EmulatorOptions.requireText("id of a node", id));
		}
		this.options.addWorkspace(workspaceId, List.copyOf(ids));
		return this;
	}

	/**
	 * Add a token.
	 * @param token the token
	 * @param kind what its bearer may do
	 * @param workspaceIds the ids of the workspaces that it is for, none for all. The
	 * emulator must have them when it starts.
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder token(String token, TokenKind kind, String... workspaceIds) {
		this.options.addToken(token, new TokenRights(kind, List.of(workspaceIds)));
		return this;
	}

	/**
	 * Add a token whose rights are given as text.
	 * @param token the token
	 * @param rights the name of a {@link TokenKind}, such as {@code trusted} or
	 * {@code read-only}, followed by {@code @} and the id of a workspace if it is for
	 * that one only
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder token(String token, String rights) {
		this.options.addToken(token, TokenRights.parse(rights));
		return this;
	}

	/**
	 * Set what happens to a customer that equals another one,
	 * {@link UniquenessPolicy#BLOCK} by default.
	 * @param uniquenessPolicy the policy
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder uniquenessPolicy(UniquenessPolicy uniquenessPolicy) {
		this.options.uniquenessPolicy = uniquenessPolicy;
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
	 * @throws IllegalArgumentException if customers cannot have one of them, or it is no
	 * single value
	 */
	public ContactHubEmulatorBuilder uniqueProperties(String... uniqueProperties) {
		for (String property : uniqueProperties) {
			if (!CustomerSchemas.hasValue(property)) {
				throw new IllegalArgumentException("A unique property must be the path of a value such as"
						+ " base.contacts.email, externalId or extended.card, was '" + property + "'");
			}
		}
		this.options.uniqueProperties = List.of(uniqueProperties);
		this.options.uniquePropertiesSet = true;
		return this;
	}

	/**
	 * Set whether customers must have the unique properties.
	 * @param requireUniqueProperties true if they must; by default they must once
	 * {@link #uniqueProperties} is called
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder requireUniqueProperties(boolean requireUniqueProperties) {
		this.options.requireUniqueProperties = requireUniqueProperties;
		return this;
	}

	/**
	 * Set whether the texts of unique properties differ when only their case does, true
	 * by default.
	 * @param caseSensitive false if {@code ANN@example.com} is {@code ann@example.com}
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder caseSensitive(boolean caseSensitive) {
		this.options.caseSensitive = caseSensitive;
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
			this.options.eventTypes.add(EmulatorOptions.requireText("type of events", type));
		}
		return this;
	}

	/**
	 * Add types of events that the workspace defines itself, by JSON Schemas of their
	 * properties. This needs {@code com.networknt:json-schema-validator}.
	 * @param eventSchemas files, whose names without {@code .json} are the types, or
	 * folders of such files
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder eventSchemas(Path... eventSchemas) {
		this.options.eventSchemas.addAll(List.of(eventSchemas));
		return this;
	}

	/**
	 * Set the JSON Schema of the extended properties of customers, which are free by
	 * default. This needs {@code com.networknt:json-schema-validator}.
	 * @param extendedSchema the file
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder extendedSchema(Path extendedSchema) {
		this.options.extendedSchema = extendedSchema;
		return this;
	}

	/**
	 * Set the time after which an accepted event can be read. None by default, about 30
	 * seconds in reality.
	 * @param eventDelay the time
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder eventDelay(Duration eventDelay) {
		this.options.eventDelay = EmulatorOptions.requireTime("event delay", eventDelay);
		return this;
	}

	/**
	 * Set the time after which lists and queries show a change of a customer. None by
	 * default, about 30 seconds in reality.
	 * @param indexDelay the time
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder indexDelay(Duration indexDelay) {
		this.options.indexDelay = EmulatorOptions.requireTime("index delay", indexDelay);
		return this;
	}

	/**
	 * Set the clock, that of the machine by default. Whatever it is,
	 * {@link ContactHubEmulator#advance} moves the emulator ahead of it.
	 * @param clock the clock
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder clock(InstantSource clock) {
		this.options.clock = clock;
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
	 * Change the switches that the emulator starts with and comes back to.
	 * @param change makes the switches out of those so far, which are all off, or those
	 * of a realistic emulator
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder switches(UnaryOperator<EmulatorSwitches> change) {
		this.options.addSwitches(change);
		return this;
	}

	/**
	 * Set whether {@code [} and {@code ]} may stand in the query of a request as they
	 * are. ContactHub wants them percent-encoded, which its SDK for Node.js does not do.
	 * @param acceptRawBrackets true if they may, false by default
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder acceptRawBrackets(boolean acceptRawBrackets) {
		this.options.acceptRawBrackets = acceptRawBrackets;
		return this;
	}

	/**
	 * Set whether requests are refused with 501 where nobody knows what ContactHub does.
	 * By default the emulator guesses, and says so once in its log.
	 * @param strict true to refuse them
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder strict(boolean strict) {
		this.options.strict = strict;
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
		this.options.realistic = realistic;
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
		this.options.stubs = stubs;
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
		this.options.customers = customers;
		return this;
	}

	/**
	 * Have the customers that the emulator starts with be generated from a number: people
	 * of five countries with stories of events that fit them, the same for the same
	 * number. By default they are a small sample. This needs
	 * {@code net.datafaker:datafaker}.
	 * @param seed the number
	 * @return this builder
	 */
	public ContactHubEmulatorBuilder seed(long seed) {
		this.options.seed = seed;
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
		this.options.data = List.of(data);
		return this;
	}

	/**
	 * Start the emulator.
	 * @return the running emulator
	 * @throws IllegalArgumentException if a token is for a workspace that is not there, a
	 * token or workspace is added twice, or a file has a line that is not valid
	 */
	public ContactHubEmulator start() {
		return new ContactHubEmulator(this.options);
	}

	/**
	 * Start the emulator as {@link #start()} does, but with threads that keep no program
	 * running that is done otherwise.
	 * @return the running emulator
	 */
	public ContactHubEmulator startInBackground() {
		this.options.background = true;
		return start();
	}

}
