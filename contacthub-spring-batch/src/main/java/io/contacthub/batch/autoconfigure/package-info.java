/**
 * Auto-configuration of jobs whose partitions are executed on several machines.
 */
@NullMarked
package io.contacthub.batch.autoconfigure;

import org.jspecify.annotations.NullMarked;
