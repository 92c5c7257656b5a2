package io.contacthub.emulator.program;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.ContactHubEmulatorBuilder;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program's command line, which environment variables complete.
 */
final class EmulatorCommand {

	private static final int PORT = 8089;

	private static final int CUSTOMERS = 200;

	private static final String HELP = "--help";

	private static final String VERSION = "--version";

	private final OptionVariables variables;

	private final CommandLine commandLine;

	EmulatorCommand(Map<String, String> environment) {
		this.variables = new OptionVariables(environment);
		CommandSpec command = CommandSpec.create().name("contacthub-emulator").version(version());
		EmulatorOption.all().map(EmulatorCommand::spec).forEach(command::addOption);
		command
			.addOption(OptionSpec.builder("-h", HELP).usageHelp(true).description("Show this help and exit").build());
		command.addOption(
				OptionSpec.builder("-V", VERSION).versionHelp(true).description("Show the version and exit").build());
		this.commandLine = new CommandLine(command).setExpandAtFiles(false)
			.setPosixClusteredShortOptionsAllowed(false)
			.setInterpolateVariables(false);
		CommandHelp.prepare(this.commandLine);
	}

	private static OptionSpec spec(EmulatorOption option) {
		OptionSpec.Builder spec = OptionSpec.builder(option.argument())
			.paramLabel(option.form().label())
			.description(option.description())
			.type(option.form().isList() ? String[].class : String.class);
		if (option.form() == OptionText.Form.FLAG) {
			spec.arity("0..1").fallbackValue("true");
		}
		return spec.build();
	}

	private static String version() {
		String version = EmulatorCommand.class.getPackage().getImplementationVersion();
		return "ContactHub emulator " + Objects.requireNonNullElse(version, "(not packaged)");
	}

	/**
	 * Start the emulator that is asked for.
	 * @param arguments the arguments of the program
	 * @return the running emulator, or none when something was to be shown only
	 * @throws ProgramException if the arguments or variables cannot be used, or the
	 * emulator cannot start
	 */
	Optional<ContactHubEmulator> start(String... arguments) {
		ParseResult parsed = parse(arguments);
		if (CommandLine.printHelpIfRequested(parsed)) {
			return Optional.empty();
		}
		this.variables.check();
		ContactHubEmulatorBuilder builder = ContactHubEmulator.builder().port(PORT).customers(CUSTOMERS);
		EmulatorOption.all()
			.forEach((option) -> text(option, parsed).ifPresent((text) -> set(option, parsed, text, builder)));
		try {
			return Optional.of(builder.start());
		}
		catch (RuntimeException ex) {
			throw new StartFailure(ex, text(EmulatorOption.PORT, parsed).orElse(String.valueOf(PORT)),
					text(EmulatorOption.BIND_ADDRESS, parsed).orElse("localhost"))
				.translate();
		}
	}

	String help() {
		return this.commandLine.getUsageMessage(CommandLine.Help.Ansi.OFF);
	}

	private ParseResult parse(String... arguments) {
		try {
			return this.commandLine.parseArgs(arguments);
		}
		catch (UnmatchedArgumentException ex) {
			throw unknown(ex.getUnmatched().get(0));
		}
		catch (OverwrittenOptionException ex) {
			throw usage(((OptionSpec) ex.getOverwritten()).longestName() + " is there more than once");
		}
		catch (MissingParameterException ex) {
			OptionSpec option = (OptionSpec) ex.getMissing().get(0);
			throw usage(option.longestName() + " needs a value: " + option.longestName() + "=" + option.paramLabel());
		}
		catch (ParameterException ex) {
			throw usage(Objects.requireNonNullElse(ex.getMessage(), "Unusable arguments"));
		}
	}

	private static ProgramException unknown(String argument) {
		String name = argument.split("=", 2)[0];
		if (!name.startsWith("-")) {
			return usage("Unexpected argument '" + argument + "': options are written as --name=value");
		}
		Stream<String> names = Stream.concat(EmulatorOption.all().map(EmulatorOption::argument),
				Stream.of(HELP, VERSION));
		return usage("Unknown option " + name + ": did you mean " + NearestName.of(name, names)
				+ "? --help lists all options");
	}

	private Optional<String> text(EmulatorOption option, ParseResult parsed) {
		if (!parsed.hasMatchedOption(option.argument())) {
			return this.variables.value(option);
		}
		Object value = parsed.matchedOption(option.argument()).getValue();
		return Optional.of((value instanceof String[] texts) ? String.join(",", texts) : String.valueOf(value));
	}

	private static void set(EmulatorOption option, ParseResult parsed, String text, ContactHubEmulatorBuilder builder) {
		try {
			option.set(builder, text);
		}
		catch (IllegalArgumentException ex) {
			String name = parsed.hasMatchedOption(option.argument()) ? option.argument() : option.variable();
			throw new ProgramException(option.form().isFile() ? ProgramException.FAILURE : ProgramException.USAGE,
					"Unusable " + name + option.secretForm().orElseGet(() -> "=" + text + ": " + ex.getMessage()), ex);
		}
	}

	private static ProgramException usage(String message) {
		return new ProgramException(ProgramException.USAGE, message);
	}

}
