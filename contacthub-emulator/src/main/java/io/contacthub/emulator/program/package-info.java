/**
 * The emulator as a program of its own: its options on the command line and in the
 * environment, and how it says what is wrong.
 * <p>
 * Start at {@link io.contacthub.emulator.program.ContactHubEmulatorApplication}.
 */
@NullMarked
package io.contacthub.emulator.program;

import org.jspecify.annotations.NullMarked;
