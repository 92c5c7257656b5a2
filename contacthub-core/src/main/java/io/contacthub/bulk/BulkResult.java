package io.contacthub.bulk;

import org.jspecify.annotations.Nullable;

/**
 * What has become of an item that was written. For this library.
 *
 * @param kind what has become of it
 * @param id the id of the customer or event, {@code null} when ContactHub gave none
 */
public record BulkResult(BulkOutcome.Kind kind, @Nullable String id) {

}
