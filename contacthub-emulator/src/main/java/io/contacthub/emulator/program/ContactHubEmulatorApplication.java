package io.contacthub.emulator.program;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.contacthub.emulator.ContactHubEmulator;

/**
 * An emulator as a program of its own. {@code --help} shows its options, which
 * environment variables can set, too. It needs picocli, which the executable jar has.
 */
public final class ContactHubEmulatorApplication {

	private static final long CHECK_INTERVAL = 500;

	private ContactHubEmulatorApplication() {
	}

	/**
	 * Start the emulator and run until the process is ended.
	 * @param arguments the options, as {@code --name=value}
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static void main(String... arguments) throws InterruptedException {
		// the program has no logging of SLF4J, which only the validator of schemas uses
		System.setProperty("slf4j.internal.verbosity", "ERROR");
		try {
			Optional<ContactHubEmulator> emulator = start(System.getenv(), arguments);
			if (emulator.isPresent()) {
				print(System.out, describe(emulator.get()));
				while (emulator.get().isRunning()) {
					Thread.sleep(CHECK_INTERVAL);
				}
			}
		}
		catch (ProgramException ex) {
			print(System.err, ex.getMessage());
			System.exit(ex.exitCode());
		}
	}

	static Optional<ContactHubEmulator> start(Map<String, String> environment, String... arguments) {
		try {
			return new EmulatorCommand(environment).start(arguments);
		}
		catch (NoClassDefFoundError ex) {
			throw new ProgramException(ProgramException.FAILURE,
					"The program needs info.picocli:picocli on its class path, as contacthub-emulator.jar has it ("
							+ ex.getMessage() + " is missing)",
					ex);
		}
	}

	private static void print(PrintStream stream, String text) {
		PrintWriter writer = new PrintWriter(stream, true);
		writer.println(text);
	}

	static String describe(ContactHubEmulator emulator) {
		StringBuilder text = new StringBuilder("""
				ContactHub emulator is running
				  base URL:     %s
				  console:      %s
				  workspace id: %s
				  node id:      %s
				  token:        %s""".formatted(emulator.baseUrl(), emulator.consoleUrl(), emulator.workspaceId(),
				emulator.nodeId(), emulator.token()));
		emulator.workspaces().forEach((id, nodes) -> {
			List<String> further = id.equals(emulator.workspaceId()) ? nodes.subList(1, nodes.size()) : nodes;
			if (!further.isEmpty()) {
				text.append("\n  more nodes:   ")
					.append(String.join(", ", further))
					.append(" of workspace ")
					.append(id);
			}
		});
		return text.toString();
	}

}
