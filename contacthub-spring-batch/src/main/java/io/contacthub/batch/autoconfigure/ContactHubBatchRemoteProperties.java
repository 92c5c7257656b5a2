package io.contacthub.batch.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of partitions on several machines. For this library.
 *
 * @param enabled Whether processes share the partitions of jobs by the PostgreSQL
 * database that has the jobs.
 * @param group Name that those have in common which manage jobs and execute partitions
 * together. One of them manages a job at a time.
 * @param workers Number of partitions that this process executes at the same time, 0 for
 * a process that only manages jobs. The pool of connections needs twice as many, and two
 * more.
 */
@ConfigurationProperties("contacthub.batch.remote")
record ContactHubBatchRemoteProperties(@DefaultValue("false") boolean enabled, @DefaultValue("partitions") String group,
		@DefaultValue("1") int workers) {
}
