package io.contacthub.emulator;

/**
 * A segment with its place in the order of creation.
 *
 * @param number the place, which a changed segment keeps
 * @param document the members
 */
record StoredSegment(long number, StoredObject document) implements StoredDocument {
}
