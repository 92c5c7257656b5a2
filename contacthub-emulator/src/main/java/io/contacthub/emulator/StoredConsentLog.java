package io.contacthub.emulator;

import java.time.LocalDate;

import tools.jackson.databind.node.ObjectNode;

/**
 * An entry of the register of consents.
 *
 * @param number the place in the register
 * @param day the day in UTC
 * @param document the members
 */
record StoredConsentLog(long number, LocalDate day, ObjectNode document) implements StoredDocument {

}
