package io.contacthub.emulator;

/**
 * A customer that has been deleted.
 *
 * @param id its id
 * @param nodeId its node
 * @param registeredAt when it was registered, in milliseconds
 * @param lostAt when it was deleted, in milliseconds
 */
record LostCustomer(String id, String nodeId, long registeredAt, long lostAt) {
}
