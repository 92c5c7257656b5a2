package io.contacthub.benchmarks.call;

/**
 * What is known of an event that was accepted.
 *
 * @param id its id
 */
record Accepted(String id) {

}
