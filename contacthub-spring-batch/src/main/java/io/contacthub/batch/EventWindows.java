package io.contacthub.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventRepository;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

/**
 * Events by windows of their date, each so short that it fits on one page: the order in
 * which ContactHub lists events is not known, so that those of a longer list may change
 * their pages while it is read.
 */
class EventWindows {

	/** By the date, and by the id where that is the same. */
	static final Comparator<Event> ORDER = Comparator.comparing(EventWindows::date)
		.thenComparing((event) -> String.valueOf(event.id()));

	private static final int SIZE = 50;

	/** How many events a window is made for, so that most fit at once. */
	private static final int WANTED = 38;

	private static final int GROWTH = 8;

	private static final int FAR = 3;

	private static final double DAMPING = 0.25;

	private final EventRepository events;

	private final EventFilter filter;

	private final long until;

	private long next;

	private long width;

	/**
	 * Create windows.
	 * @param events the events
	 * @param filter which of them, whatever its dates are
	 * @param from when the first window begins
	 * @param until when the last one ends, which does not belong to it
	 */
	EventWindows(EventRepository events, EventFilter filter, Instant from, Instant until) {
		this.events = events;
		this.filter = filter;
		this.next = from.toEpochMilli();
		this.until = until.toEpochMilli();
		this.width = Math.max(1, this.until - this.next);
	}

	/**
	 * Return the events of the next window that has any.
	 * @return the events in their order, empty behind the last window
	 */
	List<Event> next() {
		List<Event> found = List.of();
		long span = this.width;
		while (found.isEmpty() && this.next < this.until) {
			span = Math.max(1, Math.min(span, this.until - this.next));
			long end = this.next + span;
			Page<Event> page = page(end, 0);
			boolean whole = page.getTotalElements() <= page.getNumberOfElements();
			if (whole || span == 1) {
				found = within(end, whole ? page.getContent() : all(end));
				this.next = end;
				learn(span, page.getTotalElements());
				span = this.width;
			}
			else {
				span = (long) (span * Math.min(0.5, (double) WANTED / page.getTotalElements()));
			}
		}
		return found;
	}

	/**
	 * Learn from a window how long the next one is to be.
	 */
	private void learn(long span, long number) {
		double wanted = (double) span * WANTED / Math.max(1, number);
		double factor = wanted / this.width;
		boolean isNear = factor > 1.0 / FAR && factor < FAR;
		// numbers vary: what is near tells little
		this.width = (long) (this.width * (isNear ? Math.pow(factor, DAMPING) : Math.min(GROWTH, factor))) + 1;
	}

	/**
	 * Ask for what is within a window, and for somewhat more: whether the bounds belong
	 * to it is not known.
	 */
	private Page<Event> page(long end, int number) {
		EventFilter within = this.filter.from(Instant.ofEpochMilli(this.next - 1)).to(Instant.ofEpochMilli(end));
		return this.events.find(within, PageRequest.of(number, SIZE));
	}

	private List<Event> within(long end, List<Event> events) {
		Instant from = Instant.ofEpochMilli(this.next);
		Instant to = Instant.ofEpochMilli(end);
		return events.stream()
			.filter((event) -> !date(event).isBefore(from) && date(event).isBefore(to))
			.sorted(ORDER)
			.toList();
	}

	/**
	 * Return more events of one millisecond than fit on a page: all that are seen until
	 * two looks through the pages show none that is new.
	 */
	private List<Event> all(long end) {
		Map<String, Event> all = new LinkedHashMap<>();
		for (int looks = 0; looks < 2; looks++) {
			int before = all.size();
			Page<Event> page = page(end, 0);
			for (int number = 1; page.hasContent(); number++) {
				page.forEach((event) -> all.put(String.valueOf(event.id()), event));
				page = page(end, number);
			}
			looks = (all.size() > before) ? -1 : looks;
		}
		return new ArrayList<>(all.values());
	}

	private static Instant date(Event event) {
		Instant date = event.date();
		if (date == null) {
			throw new DataRetrievalFailureException("Event " + event.id() + " has no date by which it could be read");
		}
		return date;
	}

}
