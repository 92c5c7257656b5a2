package io.contacthub.emulator;

import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;

/**
 * An emulator as a program of its own: {@code --port} sets the port, 8089 by default,
 * {@code --customers} the number of made-up customers, 200 by default.
 */
public final class ContactHubEmulatorApplication {

	private static final Logger logger = Logger.getLogger(ContactHubEmulatorApplication.class.getName());

	private ContactHubEmulatorApplication() {
	}

	/**
	 * Start the emulator and run until the process is ended.
	 * @param arguments the options, as {@code --name=value}
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static void main(String... arguments) throws InterruptedException {
		try (ContactHubEmulator emulator = start(arguments)) {
			logger.info(() -> describe(emulator));
			new CountDownLatch(1).await();
		}
	}

	static ContactHubEmulator start(String... arguments) {
		int port = 8089;
		int customers = 200;
		for (String argument : arguments) {
			String[] option = argument.split("=", 2);
			if (option[0].equals("--port")) {
				port = number(argument, option);
			}
			else if (option[0].equals("--customers")) {
				customers = number(argument, option);
			}
			else {
				throw unusable(argument);
			}
		}
		ContactHubEmulator emulator = ContactHubEmulator.builder().port(port).start();
		emulator.populate(customers);
		return emulator;
	}

	private static int number(String argument, String[] option) {
		try {
			return Integer.parseInt(option[1]);
		}
		catch (RuntimeException ex) {
			throw unusable(argument);
		}
	}

	private static IllegalArgumentException unusable(String argument) {
		return new IllegalArgumentException(
				"Unknown option '" + argument + "', use --port=<number> and --customers=<number>");
	}

	static String describe(ContactHubEmulator emulator) {
		return """
				ContactHub emulator is running
				  base URL:     %s
				  workspace id: %s
				  node id:      %s
				  token:        %s""".formatted(emulator.baseUrl(), emulator.workspaceId(), emulator.nodeId(),
				emulator.token());
	}

}
