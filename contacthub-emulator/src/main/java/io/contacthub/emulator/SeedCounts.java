package io.contacthub.emulator;

/**
 * Numbers of documents that a workspace was filled with.
 *
 * @param customers number of customers
 * @param events number of events
 * @param sessions number of sessions
 */
record SeedCounts(int customers, int events, int sessions) {
}
