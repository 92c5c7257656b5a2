package io.contacthub.batch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.support.AbstractItemStreamItemReader;
import org.springframework.util.Assert;

/**
 * Reader of the events that a filter finds, in the order of the dates at which they
 * happened, each once. ContactHub does not say in which order it lists events, and their
 * pages move while others come; so it reads by windows of the date, each so short that it
 * is one page, which takes about three requests for what two pages hold. It stores the
 * place behind the last event that it gave, and a restart goes on there. In a partition
 * of an {@link EventRangePartitioner} it reads the range of that partition.
 * <p>
 * Events are read from the {@code from} of the filter on, and before its {@code to}, or
 * before the time at which the step began first. One that comes to ContactHub later with
 * a date that was read already is missed. More than 50 events of the same millisecond are
 * read page by page, until nothing new shows up.
 * <p>
 * For one step at a time, and for the thread of that step.
 */
public class EventItemReader extends AbstractItemStreamItemReader<Event> {

	private static final String POSITION = "position";

	private static final String UNTIL = "until";

	private final EventRepository events;

	private final EventFilter filter;

	private final boolean saveState;

	private final OpenStep step = new OpenStep("EventItemReader");

	private final Deque<Event> window = new ArrayDeque<>();

	private @Nullable EventWindows windows;

	private @Nullable EventPosition position;

	private Instant until = Instant.EPOCH;

	EventItemReader(EventRepository events, EventFilter filter, boolean saveState) {
		this.events = events;
		this.filter = filter;
		this.saveState = saveState;
	}

	@Override
	public void open(ExecutionContext executionContext) {
		if (this.step.open(executionContext)) {
			EventFilter range = RangeContext.filter(executionContext);
			EventFilter read = (range != null) ? range : this.filter;
			String stored = stored(executionContext, POSITION);
			this.position = stored.isEmpty() ? null : EventPosition.parse(stored);
			this.until = until(read, stored(executionContext, UNTIL));
			this.windows = new EventWindows(this.events, read,
					EventPosition.start(this.position, EventRanges.from(read)), this.until);
		}
	}

	private String stored(ExecutionContext context, String key) {
		return this.saveState ? context.getString(getExecutionContextKey(key), "") : "";
	}

	private static Instant until(EventFilter filter, String stored) {
		return stored.isEmpty() ? EventRanges.until(filter) : Instant.parse(stored);
	}

	@Override
	public @Nullable Event read() {
		Assert.state(this.windows != null, "The reader is not open: register it with the step, as reader or stream");
		boolean more = true;
		while (this.window.isEmpty() && more) {
			more = this.window.addAll(this.windows.next());
			this.window.removeIf((event) -> this.position != null && !this.position.isBefore(event));
		}
		Event event = this.window.poll();
		if (event != null) {
			this.position = EventPosition.behind(event);
		}
		return event;
	}

	@Override
	public void update(ExecutionContext executionContext) {
		if (this.saveState && this.windows != null) {
			executionContext.putString(getExecutionContextKey(UNTIL), this.until.toString());
			if (this.position != null) {
				executionContext.putString(getExecutionContextKey(POSITION), this.position.toString());
			}
		}
	}

	@Override
	public void close() {
		this.step.close(() -> {
			this.windows = null;
			this.window.clear();
		});
	}

}
