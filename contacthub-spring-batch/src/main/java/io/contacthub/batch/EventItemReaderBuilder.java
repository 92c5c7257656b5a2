package io.contacthub.batch;

import io.contacthub.event.EventFilter;
import io.contacthub.event.EventRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Builder of an {@link EventItemReader}. <pre class="code">{@code
 * EventItemReader reader = new EventItemReaderBuilder().name("orders")
 *     .events(events)
 *     .filter(EventFilter.ofNode().types(EventType.COMPLETED_ORDER))
 *     .build();
 * }</pre>
 */
public class EventItemReaderBuilder {

	private @Nullable String name;

	private @Nullable EventRepository events;

	private EventFilter filter = EventFilter.ofNode();

	private boolean saveState = true;

	/**
	 * Start a reader.
	 */
	public EventItemReaderBuilder() {
	}

	/**
	 * Set the name, under which the reader stores its place in the context of the step.
	 * Required unless the state is not saved.
	 * @param name the name
	 * @return this builder
	 */
	public EventItemReaderBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Set the events. Required.
	 * @param events the repository of a node
	 * @return this builder
	 */
	public EventItemReaderBuilder events(EventRepository events) {
		this.events = events;
		return this;
	}

	/**
	 * Set which events are read. All that happened before the step began unless this is
	 * set; in a partition those of the partition, whatever is set.
	 * @param filter the filter, whose end does not belong to what is read
	 * @return this builder
	 */
	public EventItemReaderBuilder filter(EventFilter filter) {
		this.filter = filter;
		return this;
	}

	/**
	 * Set whether the reader stores its place, so that a restart goes on there. It does
	 * unless this is set to {@code false}, with which a restart reads all again.
	 * @param saveState whether it does
	 * @return this builder
	 */
	public EventItemReaderBuilder saveState(boolean saveState) {
		this.saveState = saveState;
		return this;
	}

	/**
	 * Build the reader.
	 * @return a reader for one step at a time
	 * @throws IllegalArgumentException when something is missing
	 */
	public EventItemReader build() {
		Assert.notNull(this.events, "events is null: give the repository of a node");
		Assert.notNull(this.filter, "filter is null: use EventFilter.ofNode() for any event");
		Assert.isTrue(!this.saveState || StringUtils.hasText(this.name),
				"name is missing: the reader stores its place under it, unless saveState is false");
		EventItemReader reader = new EventItemReader(this.events, this.filter, this.saveState);
		if (StringUtils.hasText(this.name)) {
			reader.setName(this.name);
		}
		return reader;
	}

}
