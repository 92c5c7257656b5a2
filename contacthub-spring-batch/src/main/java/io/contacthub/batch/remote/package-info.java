/**
 * Partitions of a job on several machines: the one that manages a job sends a request for
 * each partition by the database that has the jobs, and workers take them.
 */
@NullMarked
package io.contacthub.batch.remote;

import org.jspecify.annotations.NullMarked;
