package io.contacthub.samples.migration;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.emulator.ContactHubEmulator;

/**
 * The command within this process, on an emulator.
 */
final class InProcess {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final Node node;

	private final Interruption interruption = new Interruption();

	InProcess(Node node) {
		this.node = node;
	}

	static Node node(ContactHubEmulator emulator) {
		return Workspace.builder()
			.id(emulator.workspaceId())
			.token(emulator.token())
			.baseUrl(emulator.baseUrl())
			.build()
			.node(emulator.nodeId());
	}

	/**
	 * Call the command; what it printed before is forgotten.
	 */
	int call(Object... arguments) {
		this.out.reset();
		this.err.reset();
		Console console = new Console(stream(this.out), stream(this.err), false);
		return new MigrationCommand(console, this::connect, this.interruption, Invocation.NAME)
			.execute(List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
	}

	private Connection connect(String name) {
		if (this.node == null) {
			throw new AssertionError("nothing is to be connected");
		}
		return new Connection(this.node, false, () -> {
		});
	}

	private static PrintStream stream(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

	/**
	 * Ask the command to stop, as a signal does.
	 */
	Interruption interruption() {
		return this.interruption;
	}

	String out() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	String err() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

}
