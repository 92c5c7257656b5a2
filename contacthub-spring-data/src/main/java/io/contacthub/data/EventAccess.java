package io.contacthub.data;

import java.util.Optional;
import java.util.stream.Stream;

import io.contacthub.client.ApiPage;
import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventRepository;
import io.contacthub.query.Projection;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * The events of a node. ContactHub gives them as a whole, so that a projection only hides
 * what has come.
 */
final class EventAccess extends EntityAccess<Event, EventFilter> {

	private final EventRepository events;

	EventAccess(EventRepository events) {
		this.events = events;
	}

	@Override
	Class<Event> type() {
		return Event.class;
	}

	@Override
	@Nullable String id(Event entity) {
		return entity.id();
	}

	@Override
	Optional<Event> findById(String id) {
		return this.events.findById(id);
	}

	@Override
	Event save(Event entity) {
		if (entity.id() == null) {
			return this.events.add(entity);
		}
		this.events.replace(entity);
		return entity;
	}

	@Override
	void deleteById(String id) {
		this.events.deleteById(id);
	}

	@Override
	EventFilter all() {
		return EventFilter.ofNode();
	}

	@Override
	Page<Event> page(EventFilter query, Pageable pageable, @Nullable Projection projection) {
		return this.events.find(query, pageable);
	}

	@Override
	Stream<Event> stream(EventFilter query, Sort sort, @Nullable Projection projection) {
		if (sort.isUnsorted()) {
			return this.events.stream(query);
		}
		return Stream
			.iterate(this.events.find(query, PageRequest.of(0, ApiPage.MAX_SIZE, sort)),
					(page) -> page.getNumberOfElements() > 0,
					(page) -> page.hasNext() ? this.events.find(query, page.nextPageable()) : Page.<Event>empty())
			.flatMap(Page::stream);
	}

	@Override
	Stream<Event> walk(EventFilter query) {
		throw new UnsupportedOperationException("Events are not deleted by a query");
	}

	@Override
	long count(EventFilter query) {
		return this.events.count(query);
	}

	@Override
	BoundQuery<EventFilter> derived(ContactHubQueryMethod method, PartTree tree) {
		return new DerivedEventQuery(method, tree);
	}

	@Override
	BoundQuery<EventFilter> declared(ContactHubQueryMethod method, String json) {
		throw method.refused("ContactHub has no queries of events", "Name the method by what EventFilter has");
	}

}
