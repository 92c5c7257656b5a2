/**
 * Auto-configuration of jobs whose partitions are executed on several machines. All of it
 * is in {@link io.contacthub.batch.autoconfigure.ContactHubBatchRemoteAutoConfiguration}.
 */
@NullMarked
package io.contacthub.batch.autoconfigure;

import org.jspecify.annotations.NullMarked;
