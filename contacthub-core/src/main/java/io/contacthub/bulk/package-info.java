/**
 * Many customers or events at once: a {@link io.contacthub.bulk.BulkWriter} writes them,
 * several at the same time, and gives a {@link io.contacthub.bulk.BulkOutcome} for each.
 * Repositories give writers. Behind one, a {@code DefaultBulkRun} takes the items from
 * the thread that asks for outcomes, and a {@code BulkTask} writes one of them on a
 * thread of the writer.
 */
@NullMarked
package io.contacthub.bulk;

import org.jspecify.annotations.NullMarked;
