package io.contacthub.samples.desk.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.contacthub.samples.desk.layout.Labels;
import io.contacthub.samples.desk.layout.ReaderDates;
import io.contacthub.samples.desk.panel.Panel;

/**
 * The parts of the filter of a list, each of which can be taken away by itself.
 */
final class FilterChips {

	private final ListPlace place;

	private final List<FilterChip> chips = new ArrayList<>();

	private FilterChips(ListPlace place) {
		this.place = place;
	}

	/**
	 * Return the parts in the order of the form.
	 */
	static List<FilterChip> of(ListPlace place, Panel<List<SavedFilter>> saved, Labels labels, ReaderDates dates) {
		CustomerFilter filter = place.filter();
		FilterChips chips = new FilterChips(place);
		chips.add("segment", "find.chip.segment", filter.segment(), (id) -> name(id, saved));
		chips.add("q", "find.chip.q", filter.q(), UnaryOperator.identity());
		chips.add("city", "find.chip.city", filter.city(), UnaryOperator.identity());
		chips.add("tag", "find.chip.tag", filter.tag(), UnaryOperator.identity());
		chips.add("bornFrom", "find.chip.bornFrom", filter.bornFrom(), (day) -> dates.day(FilterChecks.day(day)));
		chips.add("bornTo", "find.chip.bornTo", filter.bornTo(), (day) -> dates.day(FilterChecks.day(day)));
		chips.add("consent", "find.chip.consent", filter.consent(), labels::consent);
		chips.add("registeredSince", "find.chip.registeredSince", filter.registeredSince(),
				(day) -> dates.day(FilterChecks.day(day)));
		chips.add("enabled", "true".equals(filter.enabled()) ? "find.chip.active" : "find.chip.inactive",
				filter.enabled(), UnaryOperator.identity());
		return chips.chips;
	}

	private void add(String name, String code, String value, UnaryOperator<String> readable) {
		if (value != null) {
			this.chips.add(new FilterChip(code, readable.apply(value), this.place.without(name).address()));
		}
	}

	private static String name(String id, Panel<List<SavedFilter>> saved) {
		Optional<SavedFilter> filter = saved.isLoaded()
				? saved.value().stream().filter((each) -> each.id().equals(id)).findAny() : Optional.empty();
		return filter.map(SavedFilter::name).orElse(id);
	}

}
