package io.contacthub.samples.migration;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.format.UnreadableFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.dao.DataAccessException;

/**
 * The command, which has others for what can be done.
 */
@Command(name = Invocation.NAME, mixinStandardHelpOptions = true, versionProvider = MigrationCommand.Version.class,
		synopsisSubcommandLabel = "COMMAND", description = "Move customers and events between files and ContactHub.",
		subcommands = { ImportCommand.class, ExportCommand.class, CountCommand.class, DiffCommand.class },
		footerHeading = "%nConnection:%n",
		footer = { "  CONTACTHUB_WORKSPACE_ID, CONTACTHUB_TOKEN and CONTACTHUB_NODE_ID in the environment, or",
				"  contacthub.* in application.yml in this folder. Without any, it runs on an emulator." },
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:done; diff: no differences", "1:done, but rows were refused or failed; diff: differences",
				"2:wrong options", "3:the file cannot be read", "4:ContactHub is not to be reached or refuses all",
				"5:the report, the state or the export cannot be written", "130:stopped by Ctrl-C",
				"143:stopped by a signal" })
class MigrationCommand implements Runnable {

	/**
	 * Options that tell how to begin.
	 */
	private static final Set<String> STARTING = Set.of("--resume", "--restart", "--overwrite");

	private final Console console;

	private final Function<String, Connection> connector;

	private final Interruption interruption;

	private final String invocation;

	@Spec
	private CommandSpec spec;

	@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
	private boolean help;

	@Option(names = { "-V", "--version" }, versionHelp = true, description = "Show the version.")
	private boolean version;

	private String[] arguments = {};

	/**
	 * Create the command.
	 * @param console its streams
	 * @param connector connects to the node of a name, which may be {@code null}
	 * @param interruption the wish to stop
	 * @param invocation how the command was started, to be given to people
	 */
	MigrationCommand(Console console, Function<String, Connection> connector, Interruption interruption,
			String invocation) {
		this.console = console;
		this.connector = connector;
		this.interruption = interruption;
		this.invocation = invocation;
	}

	/**
	 * Do what the arguments say.
	 * @return the exit code
	 */
	int execute(String... arguments) {
		this.arguments = arguments.clone();
		if (Arrays.stream(arguments).anyMatch((argument) -> argument.matches("(?i)--?[\\w.-]*token.*"))) {
			this.console.say("A token on the command line would be seen in the list of processes: "
					+ "set CONTACTHUB_TOKEN, or contacthub.token in application.yml.");
			return ExitCode.USAGE.code();
		}
		return new CommandLine(this).setOut(new PrintWriter(this.console.out(), true))
			.setErr(new PrintWriter(this.console.err(), true))
			.setCaseInsensitiveEnumValuesAllowed(true)
			.registerConverter(Duration.class, DurationStyle::detectAndParse)
			.setParameterExceptionHandler((ex, unused) -> misused(ex))
			.setExecutionExceptionHandler((ex, unused, parsed) -> failed(ex))
			.execute(arguments);
	}

	private int misused(ParameterException ex) {
		this.console.say(ex.getMessage());
		UnmatchedArgumentException.printSuggestions(ex, ex.getCommandLine().getErr());
		this.console.say("All options: " + this.invocation
				+ ex.getCommandLine().getCommandSpec().qualifiedName().substring(Invocation.NAME.length()) + " --help");
		return ExitCode.USAGE.code();
	}

	private int failed(Exception failure) {
		if (failure instanceof MigrationException ex) {
			this.console.say(ex.getMessage());
			return ex.exitCode().code();
		}
		if (failure instanceof UnreadableFileException) {
			this.console.say(failure.getMessage());
			return ExitCode.UNREADABLE.code();
		}
		if (failure instanceof DataAccessException || ContactHubFailure.in(failure).isPresent()) {
			this.console.say(FailureReport.meaning(failure) + ' ' + FailureReport.details(failure));
			return ExitCode.CONTACTHUB.code();
		}
		failure.printStackTrace(this.console.err());
		return ExitCode.FAULT.code();
	}

	Connection connect(NodeOptions node) {
		Connection connection = this.connector.apply(node.name());
		if (connection.emulated()) {
			this.console.say("No connection is configured: this runs on an emulator with 200 made-up customers, "
					+ "which ends with it.");
		}
		return connection;
	}

	/**
	 * Return the same command with an option, to be given to people.
	 */
	String again(String option) {
		return Stream
			.concat(Arrays.stream(this.arguments).filter((argument) -> !STARTING.contains(argument)), Stream.of(option))
			.map(Invocation::quoted)
			.collect(Collectors.joining(" ", this.invocation + ' ', ""));
	}

	Console console() {
		return this.console;
	}

	Interruption interruption() {
		return this.interruption;
	}

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(),
				"Say what to do: " + String.join(", ", this.spec.subcommands().keySet()));
	}

	/**
	 * The version, as the build has written it into the jar.
	 */
	static class Version implements IVersionProvider {

		@Override
		public String[] getVersion() {
			String version = MigrationCommand.class.getPackage().getImplementationVersion();
			return new String[] { "customer-migration " + ((version != null) ? version : "(development)") };
		}

	}

}
