package io.contacthub.batch;

import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.listener.SkipListener;

/**
 * Writer of customers: each chunk is written by several threads, as
 * {@link io.contacthub.customer.CustomerRepository#bulk} does it, with its patience when
 * ContactHub is busy or away. So the step needs neither retries nor skips of its own and
 * is best without {@code faultTolerant()}, which writes a chunk again, item by item, when
 * one has failed. With it nothing is written twice either, as long as the step goes on.
 * <p>
 * What ContactHub refuses is skipped up to the limit that the builder sets, told to the
 * listener, and counted by the step as a write skip. What was not decided fails the step.
 * <p>
 * The window: what was written since the last commit is written again after a kill, a
 * lost machine or a failed step: one chunk at most. That is the same content again; but
 * ContactHub makes a second customer of one that has neither its id nor what makes
 * customers equal in the workspace.
 *
 * @param <T> the type of the items
 */
public class CustomerItemWriter<T> extends BulkItemWriter<T> {

	CustomerItemWriter(BulkWriter<T> writer, BulkSettings settings, long skipLimit,
			@Nullable SkipListener<?, ? super T> skipListener) {
		super(writer, settings.delivery(), skipLimit, skipListener);
	}

}
