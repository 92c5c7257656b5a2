package io.contacthub.event.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * An event of the table that is leased to this process.
 *
 * @param id its id in the table
 * @param document the event in JSON
 * @param orderKey what the events have in common that are sent in order, {@code null}
 * when nothing is
 * @param tracingId the tracing id of whoever published it, {@code null} when there is
 * none
 * @param attempts how often it was sent before
 * @param tooOld whether it is not sent again when the next attempt fails
 */
record ClaimedEvent(long id, String document, @Nullable String orderKey, @Nullable String tracingId, int attempts,
		boolean tooOld) {

}
