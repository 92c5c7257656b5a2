package io.contacthub.emulator.program;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The help of the command line: options in groups.
 */
final class CommandHelp {

	private static final int WIDTH = 100;

	private static final int LONGEST_OPTION = 45;

	private CommandHelp() {
	}

	/**
	 * Have a command line print this help.
	 */
	static void prepare(CommandLine commandLine) {
		commandLine.getCommandSpec()
			.usageMessage()
			.width(WIDTH)
			.longOptionsMaxWidth(LONGEST_OPTION)
			.customSynopsis("java -jar contacthub-emulator.jar [<option>...]")
			.description("A ContactHub in memory, for tests and for development without an account.")
			.footer("", "A <time> is written as in 500ms, 30s, 2m and PT30S, an <instant> as in 2026-03-29T00:59:00Z.",
					"An option with [,...] takes several values, or is there several times. Environment variables",
					"set options, too: CONTACTHUB_EMULATOR_INDEX_DELAY is --index-delay, which has precedence.");
		commandLine.getHelpSectionMap()
			.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, (help) -> options(help, commandLine.getCommandSpec()));
	}

	private static String options(Help help, CommandSpec command) {
		StringBuilder text = new StringBuilder();
		List<OptionSpec> others = new ArrayList<>(command.options());
		for (EmulatorOption.Group group : EmulatorOption.Group.values()) {
			List<OptionSpec> options = EmulatorOption.all()
				.filter((option) -> option.group() == group)
				.map((option) -> command.findOption(option.argument()))
				.toList();
			others.removeAll(options);
			text.append("%n%s:%n".formatted(group.heading())).append(table(help, command, options));
		}
		return text.append("%n".formatted()).append(table(help, command, others)).toString();
	}

	private static String table(Help help, CommandSpec command, List<OptionSpec> options) {
		Help.Layout layout = help.createDefaultLayout(command.options(), List.of(), help.colorScheme());
		layout.addOptions(options, help.createDefaultParamLabelRenderer());
		return layout.toString();
	}

}
