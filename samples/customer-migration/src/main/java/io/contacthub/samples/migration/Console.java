package io.contacthub.samples.migration;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * The streams of the program, and whether a person looks at them.
 *
 * @param out what was asked for
 * @param err what is to be told beside it
 * @param terminal whether both are shown on a terminal, on which a line can be changed
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {

	static Console ofProcess() {
		return new Console(System.out, System.err, isTerminal() && !"dumb".equals(System.getenv("TERM")));
	}

	private static boolean isTerminal() {
		java.io.Console console = System.console();
		if (console == null) {
			return false;
		}
		try {
			// from Java 22 on there is a console without a terminal, too
			return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
		}
		catch (ReflectiveOperationException ex) {
			return true;
		}
	}

	/**
	 * Return the output for what is long: other than {@link #out()}, that of a process
	 * tells why it cannot be written.
	 */
	OutputStream output() {
		return (this.out == System.out) ? new FileOutputStream(FileDescriptor.out) : this.out;
	}

	void say(String line) {
		this.err.println(line);
		this.err.flush();
	}

}
