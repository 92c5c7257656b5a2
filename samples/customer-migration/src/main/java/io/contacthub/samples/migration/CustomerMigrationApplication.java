package io.contacthub.samples.migration;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A command that moves customers and events between files and ContactHub.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class CustomerMigrationApplication {

	public static void main(String[] arguments) {
		Console console = Console.ofProcess();
		Interruption interruption = Interruption.bySignals(console);
		int exitCode = new MigrationCommand(console, Connection::open, interruption, Invocation.ofProcess())
			.execute(arguments);
		interruption.finished();
		// when a signal ends the process, this waits for ever and the signal decides the
		// code
		System.exit(exitCode);
	}

}
