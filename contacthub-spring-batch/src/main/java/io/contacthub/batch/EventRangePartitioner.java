package io.contacthub.batch;

import java.time.Instant;
import java.util.Map;

import io.contacthub.event.EventFilter;
import io.contacthub.event.EventRepository;

import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.util.Assert;

/**
 * Partitioner that divides the events of a filter into ranges of their date with about as
 * many events each. It counts events, about four times for each partition and some forty
 * times more when the filter has no beginning. A restart gets the ranges of the first
 * time. The {@link EventItemReader} of a partition finds its range by itself; with
 * partitions in one process, each needs a reader of its own, in the scope of the step.
 */
public class EventRangePartitioner implements Partitioner {

	private final EventRepository events;

	private final EventFilter filter;

	private final JobRepository repository;

	/**
	 * Create a partitioner.
	 * @param events the events
	 * @param filter which of them; those before its end, or before the first start of the
	 * step
	 * @param repository stores the ranges with the step that asks for them
	 */
	public EventRangePartitioner(EventRepository events, EventFilter filter, JobRepository repository) {
		Assert.notNull(events, "events is null: give the repository of a node");
		Assert.notNull(filter, "filter is null: use EventFilter.ofNode() for any event");
		Assert.notNull(repository, "repository is null: give the one of the jobs");
		this.events = events;
		this.filter = filter;
		this.repository = repository;
	}

	@Override
	public Map<String, ExecutionContext> partition(int gridSize) {
		return RangeContext.divide(this.repository, "events",
				() -> EventRanges.divide(this.filter, gridSize, this::countBefore));
	}

	private long countBefore(long time) {
		EventFilter before = this.filter.from(EventRanges.from(this.filter)).to(Instant.ofEpochMilli(time));
		return this.events.find(before, PageRequest.of(0, 1)).getTotalElements();
	}

}
