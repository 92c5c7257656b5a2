package io.contacthub.samples.desk.find;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.contacthub.samples.desk.failure.Trouble;
import io.contacthub.samples.desk.form.Option;
import io.contacthub.samples.desk.layout.ConsentKind;
import io.contacthub.samples.desk.layout.Labels;
import io.contacthub.samples.desk.layout.ReaderDates;
import io.contacthub.samples.desk.panel.Panel;
import io.contacthub.samples.desk.panel.Panels;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The page of the list: the customers that a filter finds, and the filters that were
 * saved. Each of the two is there when the other one cannot be loaded.
 */
@Component
class ListPage {

	static final String VIEW = "find/list";

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final CustomerList list;

	private final SavedFilters savedFilters;

	private final Panels panels;

	private final Labels labels;

	ListPage(CustomerList list, SavedFilters savedFilters, Panels panels, Labels labels) {
		this.list = list;
		this.savedFilters = savedFilters;
		this.panels = panels;
		this.labels = labels;
	}

	/**
	 * Put into the model what the page shows.
	 * @param number the page, counted from zero
	 * @return the customers, {@code null} when the filter is none that can be looked for
	 */
	Panel<Page<CustomerRow>> show(ListPlace place, int number, ReaderDates dates, Model model) {
		model.addAttribute("orders", ListOrder.all());
		model.addAttribute("consents", consents());
		if (!model.containsAttribute("saving")) {
			model.addAttribute("saving", SavedFilterForm.empty());
		}
		return show(place, number, this.panels.load(this.savedFilters::all), dates, model);
	}

	/**
	 * Put into the model what the results show, which come while somebody types: saved
	 * filters are asked for only if one of them is named there.
	 */
	Panel<Page<CustomerRow>> showResults(ListPlace place, int number, ReaderDates dates, Model model) {
		boolean named = place.filter().segment() != null;
		return show(place, number, named ? this.panels.load(this.savedFilters::all)
				: CompletableFuture.completedFuture(Panel.of(List.of())), dates, model);
	}

	private Panel<Page<CustomerRow>> show(ListPlace place, int number,
			CompletableFuture<Panel<List<SavedFilter>>> loading, ReaderDates dates, Model model) {
		Panel<Page<CustomerRow>> results = place.filter().isReadable() ? find(place, number, dates.zone(), model)
				: null;
		// customers that are there do not wait long
		Panel<List<SavedFilter>> saved = this.panels.await(loading, PATIENCE);
		model.addAttribute("place", place);
		model.addAttribute("here", place.address(number + 1));
		model.addAttribute("filter", place.filter());
		model.addAttribute("results", results);
		model.addAttribute("saved", saved);
		model.addAttribute("columns", ListOrder.Column.values());
		if (results != null) {
			model.addAttribute("chips", FilterChips.of(place, saved, this.labels, dates));
		}
		return results;
	}

	/**
	 * Find the customers, unless ContactHub has just been away for a form, after which
	 * nobody waits once more.
	 */
	private Panel<Page<CustomerRow>> find(ListPlace place, int number, ZoneId zone, Model model) {
		if (model.getAttribute("trouble") instanceof Trouble trouble && trouble.isTemporary()) {
			return new Panel<>(null, trouble);
		}
		PageRequest page = PageRequest.of(number, place.size());
		return this.panels.now(() -> this.list.page(place.filter(), zone, place.order(), page));
	}

	private List<Option> consents() {
		return Arrays.stream(ConsentKind.values())
			.map((consent) -> new Option(consent.path(), this.labels.consent(consent.path())))
			.toList();
	}

}
