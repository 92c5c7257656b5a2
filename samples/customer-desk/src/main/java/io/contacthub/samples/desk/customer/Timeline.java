package io.contacthub.samples.desk.customer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.contacthub.event.Event;

import org.springframework.data.domain.Page;

/**
 * A page of the events of a customer, grouped by the days of the reader.
 *
 * @param days the days, the newest first
 * @param shown how many events there are up to the end of this page
 * @param total how many there are on all pages
 * @param next the address of the next page, {@code null} when this is the last
 * @param more the same for a page to which the next one is added
 */
record Timeline(List<Day> days, long shown, long total, String next, String more) {

	/**
	 * Group a page of events.
	 * @param after the day with which the page before ends, {@code null} when it is not
	 * shown
	 */
	static Timeline of(String customerId, TimelineFilter filter, Page<Event> page, String after, ValueWords words) {
		List<Day> days = new ArrayList<>();
		LocalDate last = null;
		for (Event event : page) {
			LocalDate date = (event.date() != null) ? words.dates().dayOf(event.date()) : null;
			if (days.isEmpty() || !Objects.equals(date, last)) {
				days.add(Day.of(date, after, days.isEmpty(), words));
				last = date;
			}
			days.get(days.size() - 1).events().add(EventLine.of(event, words));
		}
		int next = page.getNumber() + 2;
		return new Timeline(days, page.getPageable().getOffset() + page.getNumberOfElements(), page.getTotalElements(),
				page.hasNext() ? filter.address(customerId, next, null) : null,
				page.hasNext() ? filter.address(customerId, next, String.valueOf(last)) : null);
	}

	/**
	 * The events of a day.
	 *
	 * @param label the day
	 * @param continued whether the day has begun on the page before
	 * @param events the events, the newest first
	 */
	record Day(String label, boolean continued, List<EventLine> events) {

		static Day of(LocalDate date, String after, boolean first, ValueWords words) {
			String label = (date != null) ? DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
				.withLocale(words.dates().locale())
				.format(date) : words.messages().getMessage("customer.event.undated");
			return new Day(label, first && String.valueOf(date).equals(after), new ArrayList<>());
		}

	}

}
