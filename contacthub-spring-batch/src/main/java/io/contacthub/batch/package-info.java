/**
 * Customers and events in jobs of Spring Batch: readers that go on where they were,
 * writers that write a chunk by many threads and send none of it twice within a step, and
 * partitioners that divide what is read into ranges.
 */
@NullMarked
package io.contacthub.batch;

import org.jspecify.annotations.NullMarked;
