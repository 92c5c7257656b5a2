/**
 * Customers and events in jobs of Spring Batch: readers that go on where they were,
 * writers that write a chunk by many threads and send none of it twice within a step, and
 * partitioners that divide what is read into ranges.
 * <p>
 * Start with {@link io.contacthub.batch.CustomerItemReaderBuilder} and
 * {@link io.contacthub.batch.CustomerItemWriterBuilder}, or those of events; with
 * {@link io.contacthub.batch.CustomerRangePartitioner} a step reads by several threads,
 * and with {@link io.contacthub.batch.remote} on several machines.
 */
@NullMarked
package io.contacthub.batch;

import org.jspecify.annotations.NullMarked;
