package io.contacthub.samples.desk.customer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventRepository;
import io.contacthub.samples.desk.layout.ReaderDates;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/**
 * The events of a customer, the newest first.
 */
@Component
class EventHistory {

	static final int DAYS = 30;

	private static final int SHOWN = 20;

	private static final int READ = 50;

	private static final int PAGES = 10;

	/**
	 * As many events as are counted at most.
	 */
	static final int COUNTED = READ * PAGES;

	private static final Sort NEWEST_FIRST = Sort.by("date").descending();

	private final EventRepository events;

	EventHistory(EventRepository events) {
		this.events = events;
	}

	Page<Event> page(EventFilter filter, int page) {
		return this.events.find(filter, PageRequest.of(page, SHOWN, NEWEST_FIRST));
	}

	/**
	 * Return the events of the last days on which there were some, as many as are
	 * counted.
	 */
	List<Event> recent(EventFilter filter, ReaderDates dates) {
		List<Event> recent = new ArrayList<>();
		LocalDate first = null;
		for (int number = 0; number < PAGES; number++) {
			Page<Event> page = this.events.find(filter, PageRequest.of(number, READ, NEWEST_FIRST));
			for (Event event : page) {
				if (event.date() == null) {
					continue;
				}
				LocalDate day = dates.dayOf(event.date());
				first = (first != null) ? first : day.minusDays(DAYS - 1);
				if (day.isBefore(first)) {
					return recent;
				}
				recent.add(event);
			}
			if (!page.hasNext()) {
				break;
			}
		}
		return recent;
	}

}
