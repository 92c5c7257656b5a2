package io.contacthub.batch;

import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.event.Event;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.listener.SkipListener;

/**
 * Writer of events: each chunk is sent by several threads, as
 * {@link io.contacthub.event.EventRepository#bulk} does it, with its patience when
 * ContactHub is busy or away. The step is best without {@code faultTolerant()}, as with
 * {@link CustomerItemWriter}, which skips and counts in the same way.
 * <p>
 * The window: ContactHub has no way to tell an event that it has from a new one, and what
 * was sent since the last commit is sent again after a kill, a lost machine or a failed
 * step: one chunk at most comes twice, by each of them and for each partition that was in
 * work. A smaller chunk makes a smaller window.
 */
public class EventItemWriter extends BulkItemWriter<Event> {

	EventItemWriter(BulkWriter<Event> writer, BulkSettings settings, long skipLimit,
			@Nullable SkipListener<?, ? super Event> skipListener) {
		super(writer, settings.delivery(), skipLimit, skipListener);
	}

}
