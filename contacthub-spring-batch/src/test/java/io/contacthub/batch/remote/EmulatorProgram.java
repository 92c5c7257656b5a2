package io.contacthub.batch.remote;

import java.time.Duration;

import io.contacthub.batch.Emulated;
import io.contacthub.emulator.ContactHubEmulator;

/**
 * An emulator with customers and latency, in a process of its own that writes how it is
 * reached.
 */
public final class EmulatorProgram {

	private EmulatorProgram() {
	}

	/**
	 * Start it.
	 * @param arguments the number of customers, and the latency in milliseconds
	 */
	public static void main(String[] arguments) throws InterruptedException {
		JobProcess.endWithParent();
		Emulated emulated = new Emulated((settings) -> settings);
		emulated.register(0, Integer.parseInt(arguments[0]));
		ContactHubEmulator emulator = emulated.emulator();
		emulator.switches(emulator.switches().withLatency(Duration.ofMillis(Long.parseLong(arguments[1]))));
		System.out.append(String.join(" ", emulator.baseUrl(), emulator.workspaceId(), emulator.nodeId(),
				emulator.token(), "ready\n"));
		System.out.flush();
		Thread.currentThread().join();
	}

}
