package io.contacthub.samples.desk.find;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

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

	private final CustomerList list;

	private final SavedFilters savedFilters;

	private final Panels panels;

	private final FilterChips chips;

	private final FilterHints hints;

	private final Labels labels;

	ListPage(CustomerList list, SavedFilters savedFilters, Panels panels, FilterChips chips, FilterHints hints,
			Labels labels) {
		this.list = list;
		this.savedFilters = savedFilters;
		this.panels = panels;
		this.chips = chips;
		this.hints = hints;
		this.labels = labels;
	}

	/**
	 * Put into the model what the page shows.
	 * @param number the page, counted from zero
	 * @return the customers, {@code null} when the filter is none that can be looked for
	 */
	Panel<Page<CustomerRow>> show(ListPlace place, int number, ReaderDates dates, Model model) {
		model.addAttribute("consents", consents());
		if (!model.containsAttribute("saving")) {
			model.addAttribute("saving", SavedFilterForm.empty());
		}
		CompletableFuture<Panel<List<SavedFilter>>> loading = away(model)
			.map((trouble) -> CompletableFuture.completedFuture(new Panel<List<SavedFilter>>(null, trouble)))
			.orElseGet(() -> this.panels.load(this.savedFilters::all));
		Panel<Page<CustomerRow>> results = show(place, number, loading, dates, model);
		if (results != null && results.isLoaded() && results.value().getTotalElements() == 0) {
			showHints(place, this.panels.await(loading, Panels.SHORTLY), dates, model);
		}
		return results;
	}

	/**
	 * Put into the model what the results show, which come while somebody types: saved
	 * filters are asked for only if one of them is named there, and what helps comes
	 * later.
	 */
	Panel<Page<CustomerRow>> showResults(ListPlace place, int number, ReaderDates dates, Model model) {
		model.addAttribute("typing", true);
		return show(place, number, named(place), dates, model);
	}

	/**
	 * Put into the model what helps somebody who finds nobody.
	 */
	void showHints(ListPlace place, ReaderDates dates, Model model) {
		if (place.filter().isReadable()) {
			showHints(place, this.panels.await(named(place), Panels.SHORTLY), dates, model);
		}
	}

	private void showHints(ListPlace place, Panel<List<SavedFilter>> saved, ReaderDates dates, Model model) {
		model.addAttribute("hints", this.hints.of(place.filter(), this.chips.of(place, saved, dates), dates.zone()));
	}

	private CompletableFuture<Panel<List<SavedFilter>>> named(ListPlace place) {
		return (place.filter().segment() != null) ? this.panels.load(this.savedFilters::all)
				: CompletableFuture.completedFuture(Panel.of(List.of()));
	}

	private Panel<Page<CustomerRow>> show(ListPlace place, int number,
			CompletableFuture<Panel<List<SavedFilter>>> loading, ReaderDates dates, Model model) {
		Panel<Page<CustomerRow>> results = place.filter().isReadable() ? find(place, number, dates.zone(), model)
				: null;
		// customers that are there do not wait long
		Panel<List<SavedFilter>> saved = this.panels.await(loading, Panels.SHORTLY);
		model.addAttribute("place", place);
		model.addAttribute("here", place.address(number + 1));
		model.addAttribute("filter", place.filter());
		model.addAttribute("results", results);
		model.addAttribute("saved", saved);
		model.addAttribute("columns", ListOrder.Column.values());
		model.addAttribute("orders", ListOrder.all());
		if (results != null) {
			explain(place, saved, dates, model);
		}
		return results;
	}

	/**
	 * Put the filter into words, and those of a saved one, too.
	 */
	private void explain(ListPlace place, Panel<List<SavedFilter>> saved, ReaderDates dates, Model model) {
		List<FilterChip> chips = this.chips.of(place, saved, dates);
		model.addAttribute("chips", chips);
		SavedFilter.of(place.filter().segment(), saved).ifPresent((filter) -> {
			model.addAttribute("present", filter);
			FilterReading.of(filter.query(), dates.zone()).ifPresent((read) -> {
				ListPlace unsaved = ListPlace.of(read);
				model.addAttribute("conditions", this.chips.of(unsaved, saved, dates));
				model.addAttribute("conditionsAddress", unsaved.address());
			});
		});
	}

	private Panel<Page<CustomerRow>> find(ListPlace place, int number, ZoneId zone, Model model) {
		PageRequest page = PageRequest.of(number, place.size());
		return away(model).map((trouble) -> new Panel<Page<CustomerRow>>(null, trouble))
			.orElseGet(() -> this.panels.read(() -> this.list.page(place.filter(), zone, place.order(), page)));
	}

	/**
	 * Return the trouble with a form of the page because ContactHub is away just now:
	 * then nobody waits once more.
	 */
	private static Optional<Trouble> away(Model model) {
		return Stream.of("trouble", "notDeleted")
			.map(model::getAttribute)
			.filter(Trouble.class::isInstance)
			.map(Trouble.class::cast)
			.filter(Trouble::isTemporary)
			.findFirst();
	}

	private List<Option> consents() {
		return Arrays.stream(ConsentKind.values())
			.map((consent) -> new Option(consent.path(), this.labels.consent(consent.path())))
			.toList();
	}

}
