package io.contacthub.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventRepository;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;

/**
 * Events that are listed in another order each time, as nothing says that they are not.
 */
class ListedEvents {

	private final List<Event> events = new ArrayList<>();

	private final Random random;

	private final boolean boundsBelong;

	private int requests;

	/**
	 * Create events.
	 * @param boundsBelong whether an event at the beginning or the end of a filter is
	 * found
	 */
	ListedEvents(Random random, boolean boundsBelong) {
		this.random = random;
		this.boundsBelong = boundsBelong;
	}

	void add(Instant date) {
		this.events.add(Event.builder().id("event-" + this.events.size()).date(date).build());
	}

	List<Event> events() {
		return this.events;
	}

	int requests() {
		return this.requests;
	}

	EventRepository repository() {
		EventRepository repository = Mockito.mock(EventRepository.class);
		Mockito.when(repository.find(ArgumentMatchers.any(), ArgumentMatchers.any()))
			.thenAnswer((call) -> find(call.getArgument(0), call.getArgument(1)));
		return repository;
	}

	private Page<Event> find(EventFilter filter, Pageable pageable) {
		this.requests++;
		List<Event> found = new ArrayList<>(this.events.stream().filter((event) -> belongs(event, filter)).toList());
		Collections.shuffle(found, this.random);
		int from = (int) Math.min(found.size(), pageable.getOffset());
		int to = Math.min(found.size(), from + pageable.getPageSize());
		return new PageImpl<>(found.subList(from, to), pageable, found.size());
	}

	private boolean belongs(Event event, EventFilter filter) {
		Instant date = event.date();
		boolean atBound = date.equals(filter.from()) || date.equals(filter.to());
		return atBound ? this.boundsBelong : date.isAfter(filter.from()) && date.isBefore(filter.to());
	}

}
