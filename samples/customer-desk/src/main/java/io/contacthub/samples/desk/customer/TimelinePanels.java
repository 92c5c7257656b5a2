package io.contacthub.samples.desk.customer;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import io.contacthub.samples.desk.form.Option;
import io.contacthub.samples.desk.layout.ReaderDates;
import io.contacthub.samples.desk.panel.Panel;
import io.contacthub.samples.desk.panel.Panels;

import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the time line of a page shows, read at the same time: a page of events, and the
 * chart of the last days. Each of them may fail by itself.
 */
@Component
class TimelinePanels {

	private final EventHistory history;

	private final Panels panels;

	TimelinePanels(EventHistory history, Panels panels) {
		this.history = history;
		this.panels = panels;
	}

	/**
	 * Begin to load the whole time line.
	 */
	Loading load(String customerId, TimelineFilter filter, int page, ReaderDates dates) {
		EventFilter events = filter.of(customerId);
		return new Loading(this.panels.load(() -> this.history.recent(events, dates)),
				this.panels.load(() -> this.history.page(events, page)));
	}

	/**
	 * Add the whole time line.
	 */
	Panel<Timeline> add(String customerId, TimelineFilter filter, int page, Loading loading, ValueWords words,
			Model model) {
		Panel<Timeline> timeline = addPage(customerId, filter, page, null, loading.page(), words, model);
		Panel<List<Event>> latest = this.panels.await(loading.recent());
		model.addAttribute("chart", latest.map((found) -> EventChart.of(found, words)));
		model.addAttribute("counted",
				(latest.isLoaded() && latest.value().size() >= EventHistory.COUNTED) ? EventHistory.COUNTED : null);
		model.addAttribute("latestTypes", (latest.isLoaded() && filter.type() == null)
				? types(latest.value().stream().map(Event::type), words) : List.of());
		if (latest.isLoaded() && filter.isEmpty()) {
			model.addAttribute("lastEvent",
					latest.value().stream().findFirst().map((event) -> inShort(event, words)).orElse(null));
		}
		model.addAttribute("types", types(
				Stream.concat(KnownEvents.TYPES.stream(), Stream.ofNullable(filter.type()).map(EventType::of)), words));
		model.addAttribute("contexts", contexts(
				Stream.concat(KnownEvents.CONTEXTS.stream(), Stream.ofNullable(filter.context()).map(EventContext::of)),
				words));
		return timeline;
	}

	/**
	 * Add a page of the events.
	 */
	Panel<Timeline> addPage(String customerId, TimelineFilter filter, int page, String after, ValueWords words,
			Model model) {
		return addPage(customerId, filter, page, after,
				this.panels.load(() -> this.history.page(filter.of(customerId), page)), words, model);
	}

	private Panel<Timeline> addPage(String customerId, TimelineFilter filter, int page, String after,
			CompletableFuture<Panel<Page<Event>>> loading, ValueWords words, Model model) {
		Panel<Timeline> timeline = this.panels.await(loading)
			.map((events) -> Timeline.of(customerId, filter, events, after, words));
		model.addAttribute("timeline", timeline);
		model.addAttribute("id", customerId);
		model.addAttribute("filter", filter);
		model.addAttribute("first", page == 0);
		model.addAttribute("address", filter.address(customerId, page + 1, null));
		model.addAttribute("newest", filter.address(customerId, 1, null));
		model.addAttribute("zoneName", words.zoneName());
		return timeline;
	}

	private static String inShort(Event event, ValueWords words) {
		String day = words.dates().day(words.dates().dayOf(event.date()));
		return (event.type() != null) ? day + ", " + words.labels().eventType(event.type()) : day;
	}

	private static List<Option> types(Stream<EventType> types, ValueWords words) {
		return options(
				types.filter(Objects::nonNull).map((type) -> new Option(type.value(), words.labels().eventType(type))),
				words);
	}

	private static List<Option> contexts(Stream<EventContext> contexts, ValueWords words) {
		return options(contexts.map((context) -> new Option(context.value(), words.labels().eventContext(context))),
				words);
	}

	private static List<Option> options(Stream<Option> options, ValueWords words) {
		Collator collator = Collator.getInstance(words.dates().locale());
		return options.distinct().sorted(Comparator.comparing(Option::label, collator)).toList();
	}

	/**
	 * A time line on its way.
	 *
	 * @param recent the events of the chart
	 * @param page the events of a page
	 */
	record Loading(CompletableFuture<Panel<List<Event>>> recent, CompletableFuture<Panel<Page<Event>>> page) {

	}

}
