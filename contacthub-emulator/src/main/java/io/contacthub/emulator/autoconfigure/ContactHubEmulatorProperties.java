package io.contacthub.emulator.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.ContactHubEmulatorBuilder;
import io.contacthub.emulator.UniquenessPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the embedded emulator. For this library.
 *
 * @param enabled Whether to run on an embedded emulator as long as none of
 * contacthub.workspace-id, contacthub.token, contacthub.node-id, contacthub.ini-file,
 * contacthub.workspaces.*.token and contacthub.workspaces.*.ini-file is set.
 * @param port Port of the emulator, 0 for a free one.
 * @param bindAddress Address that the emulator listens on. With 0.0.0.0, containers and
 * other machines can reach it, and read and change everything.
 * @param workspaceId Id of the workspace, or of the first one. A fixed one by default.
 * @param nodeId Id of the node, or of the first one of the first workspace. A fixed one
 * by default.
 * @param token Token that may do everything, in all workspaces. A fixed one by default.
 * @param nodes Ids of further nodes of the first workspace.
 * @param workspaces Ids of further workspaces, with the ids of their nodes. Each has data
 * of its own, and the same rules.
 * @param tokens Further tokens, with what they may do: admin, user, guest, trusted,
 * untrusted, platform-updates, dpo, read-only or expired, followed by @ and the id of a
 * workspace if they are for that one only.
 * @param uniquenessPolicy What happens to a customer that equals another one.
 * @param uniqueProperties Paths of the properties that make customers equal when they are
 * all the same.
 * @param requireUniqueProperties Whether customers must have the unique properties, as a
 * workspace of ContactHub requires. Without it, they must once unique-properties is set,
 * or with realistic.
 * @param caseSensitive Whether the texts of unique properties differ when only their case
 * does.
 * @param indexDelay Time after which lists and queries show a change of a customer.
 * Without it, 0s, or 30s with realistic.
 * @param eventDelay Time after which an accepted event can be read. Without it, 0s, or
 * 30s with realistic.
 * @param eventTypes Types of events that the workspace defines itself, with free
 * properties.
 * @param eventSchemas JSON Schema files of the properties of types of events that the
 * workspace defines itself, or folders of them. The name of a file is the type.
 * @param extendedSchema JSON Schema file of the extended properties of customers. Without
 * it, they are free.
 * @param clock Time at which the emulator starts, and from which its clock moves on. The
 * present time by default.
 * @param latency Time that each answer waits. Without it, 0s, or 30ms with realistic.
 * @param latencyJitter Longest time that an answer waits in addition. Without it, 0s, or
 * 120ms with realistic.
 * @param failureRate Share of the requests that fail with 503, from 0 to 1.
 * @param disconnectRate Share of the requests whose connection is closed without an
 * answer, from 0 to 1. They are not carried out.
 * @param lostAnswerRate Share of the requests that are carried out and whose connection
 * is closed without an answer, from 0 to 1. Whoever repeats them does it once more.
 * @param rateLimit Number of requests within a second above which they are refused with
 * 429 and Retry-After, 0 for no limit.
 * @param reindexing Whether changes of customers are refused with 423.
 * @param acceptRawBrackets Whether square brackets need no percent-encoding in the query
 * of a request. ContactHub wants them encoded, which its own SDK for Node.js does not do.
 * @param strict Whether a request is refused with 501 where nobody has documented what
 * ContactHub does. Otherwise the emulator guesses, and says so once in its log.
 * @param stubs Folder of WireMock's mapping files that have priority over the emulator.
 * @param realistic Whether the emulator is as late, as slow and as demanding as
 * ContactHub in what is not set otherwise.
 * @param customers Number of made-up customers that the emulator starts with, with a few
 * events each, always the same.
 * @param seed Number from which other customers are generated, the same ones each time,
 * which needs net.datafaker:datafaker. Without it, they are those of a small sample.
 * @param data JSON Lines files of customers, events and sessions that the emulator starts
 * with.
 */
@ConfigurationProperties("contacthub.emulator")
public record ContactHubEmulatorProperties(@DefaultValue("false") boolean enabled, @DefaultValue("0") int port,
		@DefaultValue("localhost") String bindAddress, @Nullable String workspaceId, @Nullable String nodeId,
		@Nullable String token, @DefaultValue List<String> nodes, @DefaultValue Map<String, List<String>> workspaces,
		@DefaultValue Map<String, String> tokens, @DefaultValue("block") UniquenessPolicy uniquenessPolicy,
		@Nullable List<String> uniqueProperties, @Nullable Boolean requireUniqueProperties,
		@DefaultValue("true") boolean caseSensitive, @Nullable Duration indexDelay, @Nullable Duration eventDelay,
		@DefaultValue List<String> eventTypes, @DefaultValue List<Path> eventSchemas, @Nullable Path extendedSchema,
		@Nullable Instant clock, @Nullable Duration latency, @Nullable Duration latencyJitter,
		@DefaultValue("0") double failureRate, @DefaultValue("0") double disconnectRate,
		@DefaultValue("0") double lostAnswerRate, @DefaultValue("0") int rateLimit,
		@DefaultValue("false") boolean reindexing, @DefaultValue("false") boolean acceptRawBrackets,
		@DefaultValue("false") boolean strict, @Nullable Path stubs, @DefaultValue("false") boolean realistic,
		@DefaultValue("0") int customers, @Nullable Long seed, @DefaultValue List<Path> data) {

	private static final String[] NO_TEXTS = {};

	/**
	 * Return a builder of an emulator with these properties.
	 * @return the builder
	 * @throws IllegalArgumentException if a property has an unusable value
	 */
	public ContactHubEmulatorBuilder builder() {
		ContactHubEmulatorBuilder builder = ContactHubEmulator.builder()
			.port(this.port)
			.bindAddress(this.bindAddress)
			.nodes(array(this.nodes))
			.uniquenessPolicy(this.uniquenessPolicy)
			.caseSensitive(this.caseSensitive)
			.eventTypes(array(this.eventTypes))
			.switches((switches) -> switches.withFailureRate(this.failureRate)
				.withDisconnectRate(this.disconnectRate)
				.withLostAnswerRate(this.lostAnswerRate)
				.withRateLimit(this.rateLimit)
				.withReindexing(this.reindexing))
			.acceptRawBrackets(this.acceptRawBrackets)
			.strict(this.strict)
			.realistic(this.realistic)
			.customers(this.customers)
			.eventSchemas(this.eventSchemas.toArray(Path[]::new))
			.data(this.data.toArray(Path[]::new));
		this.workspaces.forEach((id, nodeIds) -> builder.workspace(id, array(nodeIds)));
		this.tokens.forEach(builder::token);
		PropertyMapper map = PropertyMapper.get();
		map.from(this.workspaceId).to(builder::workspaceId);
		map.from(this.nodeId).to(builder::nodeId);
		map.from(this.token).to(builder::token);
		map.from(this.uniqueProperties).as(ContactHubEmulatorProperties::array).to(builder::uniqueProperties);
		map.from(this.requireUniqueProperties).to(builder::requireUniqueProperties);
		map.from(this.indexDelay).to(builder::indexDelay);
		map.from(this.eventDelay).to(builder::eventDelay);
		map.from(this.clock).to(builder::clockFrom);
		map.from(this.latency).to((time) -> builder.switches((switches) -> switches.withLatency(time)));
		map.from(this.latencyJitter).to((time) -> builder.switches((switches) -> switches.withLatencyJitter(time)));
		map.from(this.extendedSchema).to(builder::extendedSchema);
		map.from(this.seed).to(builder::seed);
		map.from(this.stubs).to(builder::stubs);
		return builder;
	}

	/**
	 * Add the made-up customers of these properties to an emulator that has none.
	 * @param emulator the emulator
	 */
	public void populate(ContactHubEmulator emulator) {
		if (this.seed != null) {
			emulator.populate(this.customers, this.seed);
		}
		else {
			emulator.populate(this.customers);
		}
	}

	private static String[] array(List<String> texts) {
		return texts.toArray(NO_TEXTS);
	}

}
