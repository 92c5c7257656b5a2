package com.example;

import io.contacthub.emulator.ContactHubEmulator;

/**
 * A program that has an emulator as a library, and tells where it is.
 */
public final class EmulatorProgram {

	private EmulatorProgram() {
	}

	public static void main(String... arguments) {
		ContactHubEmulator emulator = ContactHubEmulator.builder().customers(3).start();
		System.out.println(String.join(" ", emulator.baseUrl(), emulator.workspaceId(), emulator.nodeId(),
				emulator.token(), "end"));
	}

}
