package io.contacthub.emulator;

/**
 * Who changes something.
 *
 * @param sourceId the source that is noted as the one that did it
 * @param baseUrl address of the API as it was called, for references
 */
record Author(String sourceId, String baseUrl) {
}
