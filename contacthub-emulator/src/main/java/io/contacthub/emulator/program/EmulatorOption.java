package io.contacthub.emulator.program;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import io.contacthub.emulator.ContactHubEmulatorBuilder;
import io.contacthub.emulator.DurationText;
import io.contacthub.emulator.EmulatorSwitches;
import io.contacthub.emulator.program.OptionText.Form;

/**
 * An option of the program: a method of the builder that is named by a text.
 */
enum EmulatorOption {

	PORT(Group.ADDRESS, Form.NUMBER, "Port to listen on, 0 for a free one (default: 8089)",
			(builder, text) -> builder.port(OptionText.integer(text))),
	BIND_ADDRESS(Group.ADDRESS, Form.TEXT,
			"Address to listen on, 0.0.0.0 for all: other machines and "
					+ "containers do not reach the default one, localhost",
			ContactHubEmulatorBuilder::bindAddress),

	WORKSPACE_ID(Group.ACCESS, Form.TEXT, "Id of the first workspace", ContactHubEmulatorBuilder::workspaceId),
	NODE_ID(Group.ACCESS, Form.TEXT, "Id of its first node", ContactHubEmulatorBuilder::nodeId),
	TOKEN(Group.ACCESS, Form.TEXT, "Token that may do everything in all workspaces",
			(builder, text) -> builder.token(text)),
	NODES(Group.ACCESS, Form.TEXTS, "Ids of further nodes of the first workspace",
			(builder, text) -> builder.nodes(OptionText.list(text))),
	WORKSPACES(Group.ACCESS, Form.TEXTS, "Further workspaces with their nodes, such as italy=shop+outlet",
			(builder, text) -> OptionText.pairs(text)
				.forEach((id, nodes) -> builder.workspace(id, nodes.split("\\+")))),
	TOKENS(Group.ACCESS, Form.TEXTS,
			"Further tokens with their rights, such as abc=untrusted: admin, user, guest, trusted, untrusted, "
					+ "platform-updates, dpo, read-only or expired, in one workspace as in abc=expired@italy",
			(builder, text) -> OptionText.pairs(text).forEach(builder::token)),

	UNIQUENESS_POLICY(Group.RULES, Form.POLICY, "What happens to a customer that equals another one (default: block)",
			(builder, text) -> builder.uniquenessPolicy(OptionText.policy(text))),
	UNIQUE_PROPERTIES(Group.RULES, Form.TEXTS,
			"Paths of the properties that make customers equal (default: base.contacts.email)",
			(builder, text) -> builder.uniqueProperties(OptionText.list(text))),
	REQUIRE_UNIQUE_PROPERTIES(Group.RULES, Form.FLAG,
			"Refuse customers without the unique properties, as happens once --unique-properties is set",
			(builder, text) -> builder.requireUniqueProperties(OptionText.flag(text))),
	CASE_SENSITIVE(Group.RULES, Form.FLAG, "Whether unique properties differ by case (default: true)",
			(builder, text) -> builder.caseSensitive(OptionText.flag(text))),
	EVENT_TYPES(Group.RULES, Form.TEXTS, "Types of events of your own, with free properties",
			(builder, text) -> builder.eventTypes(OptionText.list(text))),
	EVENT_SCHEMAS(Group.RULES, Form.FILES,
			"JSON Schemas of the properties of your own events: files called <type>.json, or folders of them",
			(builder, text) -> builder.eventSchemas(OptionText.paths(text))),
	EXTENDED_SCHEMA(Group.RULES, Form.FILE, "JSON Schema of the extended properties of customers",
			(builder, text) -> builder.extendedSchema(Path.of(text))),
	ACCEPT_RAW_BRACKETS(Group.RULES, Form.FLAG, "Accept [ and ] in a query as they are, for the SDK for Node.js",
			(builder, text) -> builder.acceptRawBrackets(OptionText.flag(text))),
	STRICT(Group.RULES, Form.FLAG, "Refuse what only a guess could answer",
			(builder, text) -> builder.strict(OptionText.flag(text))),

	REALISTIC(Group.BEHAVIOUR, Form.FLAG,
			"Be as late, slow and demanding as ContactHub in what is not set: both "
					+ "delays 30s, unique properties required, latency 30ms, jitter 120ms",
			(builder, text) -> builder.realistic(OptionText.flag(text))),
	INDEX_DELAY(Group.BEHAVIOUR, Form.TIME, "Time after which lists show a change of a customer (default: 0s)",
			(builder, text) -> builder.indexDelay(DurationText.read(text))),
	EVENT_DELAY(Group.BEHAVIOUR, Form.TIME, "Time after which an event can be read (default: 0s)",
			(builder, text) -> builder.eventDelay(DurationText.read(text))),
	CLOCK(Group.BEHAVIOUR, Form.INSTANT, "Time at which the emulator starts (default: the present)",
			(builder, text) -> builder.clockFrom(OptionText.instant(text))),
	LATENCY(Group.BEHAVIOUR, Form.TIME, "Time that each answer waits (default: 0s)",
			switching(DurationText::read, EmulatorSwitches::withLatency)),
	LATENCY_JITTER(Group.BEHAVIOUR, Form.TIME, "Longest time that an answer waits in addition (default: 0s)",
			switching(DurationText::read, EmulatorSwitches::withLatencyJitter)),
	FAILURE_RATE(Group.BEHAVIOUR, Form.SHARE, "Share of requests that are answered with 503, from 0 to 1 (default: 0)",
			switching(OptionText::share, EmulatorSwitches::withFailureRate)),
	DISCONNECT_RATE(Group.BEHAVIOUR, Form.SHARE,
			"Share of requests whose connection is closed, from 0 to 1 (default: 0)",
			switching(OptionText::share, EmulatorSwitches::withDisconnectRate)),
	LOST_ANSWER_RATE(Group.BEHAVIOUR, Form.SHARE,
			"Share of requests that are carried out before their connection is closed, from 0 to 1 (default: 0)",
			switching(OptionText::share, EmulatorSwitches::withLostAnswerRate)),
	RATE_LIMIT(Group.BEHAVIOUR, Form.NUMBER,
			"Requests a second above which they are answered with 429 (default: 0, no limit)",
			switching(OptionText::integer, EmulatorSwitches::withRateLimit)),
	REINDEXING(Group.BEHAVIOUR, Form.FLAG, "Answer changes of customers with 423",
			switching(OptionText::flag, EmulatorSwitches::withReindexing)),

	CUSTOMERS(Group.DATA, Form.NUMBER, "Made-up customers to start with (default: 200)",
			(builder, text) -> builder.customers(OptionText.integer(text))),
	SEED(Group.DATA, Form.NUMBER,
			"Number from which they are generated, the same for the same number; without it they are a small sample",
			(builder, text) -> builder.seed(OptionText.number(text))),
	DATA(Group.DATA, Form.FILES, "Files with a customer, event or session on each line, as JSON",
			(builder, text) -> builder.data(OptionText.paths(text))),
	STUBS(Group.DATA, Form.FOLDER, "Folder of WireMock's mapping files, which have priority",
			(builder, text) -> builder.stubs(Path.of(text)));

	private static final String PREFIX = "CONTACTHUB_EMULATOR_";

	private final Group group;

	private final Form form;

	private final String description;

	private final BiConsumer<ContactHubEmulatorBuilder, String> setter;

	EmulatorOption(Group group, Form form, String description, BiConsumer<ContactHubEmulatorBuilder, String> setter) {
		this.group = group;
		this.form = form;
		this.description = description;
		this.setter = setter;
	}

	Group group() {
		return this.group;
	}

	Form form() {
		return this.form;
	}

	String description() {
		return this.description;
	}

	/**
	 * Return the name on the command line, without a value.
	 */
	String argument() {
		return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Return the name of the environment variable.
	 */
	String variable() {
		return PREFIX + name();
	}

	/**
	 * Return what is to be said of an unusable value that must not be repeated, empty if
	 * it may be.
	 */
	Optional<String> secretForm() {
		return switch (this) {
			case TOKEN -> Optional.of(": a text without blanks around it is expected");
			case TOKENS -> Optional.of(": <token>=<rights> is expected, where the rights are admin, user, guest, "
					+ "trusted, untrusted, platform-updates, dpo, read-only or expired, in one workspace with @<workspace> behind them");
			default -> Optional.empty();
		};
	}

	/**
	 * Set this option of a builder.
	 * @throws IllegalArgumentException if the text is no value for it
	 */
	void set(ContactHubEmulatorBuilder builder, String text) {
		this.setter.accept(builder, text);
	}

	static Stream<EmulatorOption> all() {
		return Arrays.stream(values());
	}

	/**
	 * Return whether an environment variable looks like one of these options.
	 */
	static boolean isVariable(String name) {
		return name.startsWith(PREFIX);
	}

	static Optional<EmulatorOption> ofVariable(String name) {
		return all().filter((option) -> option.variable().equals(name)).findFirst();
	}

	/**
	 * Return what sets a switch, and refuses its value at once.
	 */
	private static <T> BiConsumer<ContactHubEmulatorBuilder, String> switching(Function<String, T> reader,
			BiFunction<EmulatorSwitches, T, EmulatorSwitches> wither) {
		return (builder, text) -> {
			T value = reader.apply(text);
			wither.apply(EmulatorSwitches.off(), value);
			builder.switches((switches) -> wither.apply(switches, value));
		};
	}

	/**
	 * Group of options that belong together.
	 */
	enum Group {

		ADDRESS("Where it listens"),

		ACCESS("Who may do what where"),

		RULES("What it accepts"),

		BEHAVIOUR("How it behaves"),

		DATA("What it starts with");

		private final String heading;

		Group(String heading) {
			this.heading = heading;
		}

		String heading() {
			return this.heading;
		}

	}

}
