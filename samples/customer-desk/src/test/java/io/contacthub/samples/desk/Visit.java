package io.contacthub.samples.desk;

import io.contacthub.emulator.ContactHubEmulator;

/**
 * What one has who comes to a page.
 *
 * @param chromium the browser
 * @param emulator the emulator
 */
public record Visit(Chromium chromium, ContactHubEmulator emulator) {

}
