package io.contacthub.emulator;

/**
 * A session as events name it.
 *
 * @param nodeId the node in which it is looked up
 * @param value the value that the caller chose
 */
record SessionKey(String nodeId, String value) {
}
