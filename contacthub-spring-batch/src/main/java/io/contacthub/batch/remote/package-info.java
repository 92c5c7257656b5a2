/**
 * Partitions of a job on several machines: the one that manages a job sends a request for
 * each partition by the database that has the jobs, and workers take them.
 * <p>
 * Start with {@link io.contacthub.batch.remote.PartitionRequests}, which both sides have,
 * and {@link io.contacthub.batch.remote.PartitionWorkers}, which execute them;
 * {@link io.contacthub.batch.remote.ResumableJob} starts a job, or goes on with it.
 */
@NullMarked
package io.contacthub.batch.remote;

import org.jspecify.annotations.NullMarked;
