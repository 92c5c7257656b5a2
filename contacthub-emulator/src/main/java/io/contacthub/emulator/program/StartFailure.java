package io.contacthub.emulator.program;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Objects;

/**
 * Translator of what keeps an emulator from starting into what its user can do about it.
 */
final class StartFailure {

	private final RuntimeException failure;

	private final String port;

	private final String bindAddress;

	/**
	 * Create a translator.
	 * @param failure what has happened
	 * @param port the port that was to be listened on
	 * @param bindAddress the address that was to be listened on
	 */
	StartFailure(RuntimeException failure, String port, String bindAddress) {
		this.failure = failure;
		this.port = port;
		this.bindAddress = bindAddress;
	}

	ProgramException translate() {
		for (Throwable cause = this.failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SocketException) {
				return ofSocket(messageOf(cause).toLowerCase(Locale.ROOT));
			}
			if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
				return unusableAddress();
			}
		}
		// what contradicts itself has no cause, but a line of a file has
		boolean usage = this.failure instanceof IllegalArgumentException && this.failure.getCause() == null;
		return new ProgramException(usage ? ProgramException.USAGE : ProgramException.FAILURE,
				"The emulator cannot start: " + messageOf(this.failure), this.failure);
	}

	private ProgramException ofSocket(String reason) {
		if (reason.contains("in use")) {
			return failure(
					"Port " + this.port + " is taken: stop the program that listens there, or choose another port with "
							+ EmulatorOption.PORT.argument() + ", 0 for a free one");
		}
		if (reason.contains("denied") || reason.contains("not permitted")) {
			return failure("Port " + this.port + " may not be used by this user: choose one above 1023 with "
					+ EmulatorOption.PORT.argument());
		}
		return unusableAddress();
	}

	private ProgramException unusableAddress() {
		return failure("Unusable " + EmulatorOption.BIND_ADDRESS.argument() + "=" + this.bindAddress
				+ ": it is no address of this machine; 0.0.0.0 stands for all that it has");
	}

	private ProgramException failure(String message) {
		return new ProgramException(ProgramException.FAILURE, message, this.failure);
	}

	private static String messageOf(Throwable failure) {
		return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
	}

}
