package io.contacthub.samples.desk.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.contacthub.samples.desk.layout.Labels;
import io.contacthub.samples.desk.layout.ReaderDates;
import io.contacthub.samples.desk.panel.Panel;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * The parts of the filter of a list in the words of the reader, each of which can be
 * taken away by itself.
 */
@Component
class FilterChips {

	private static final int LONGEST = 100;

	private final MessageSourceAccessor words;

	private final Labels labels;

	FilterChips(MessageSource messages, Labels labels) {
		this.words = new MessageSourceAccessor(messages);
		this.labels = labels;
	}

	/**
	 * Return the parts in the order of the form.
	 * @param place the list, whose filter is readable
	 * @param saved the saved filters, which have names
	 */
	List<FilterChip> of(ListPlace place, Panel<List<SavedFilter>> saved, ReaderDates dates) {
		CustomerFilter filter = place.filter();
		Parts parts = new Parts(this.words, place, new ArrayList<>());
		parts.add("segment", "find.chip.segment",
				SavedFilter.of(filter.segment(), saved).map(SavedFilter::name).orElse(filter.segment()));
		parts.add("q", "find.chip.q", filter.q());
		parts.add("city", "find.chip.city", filter.city());
		parts.add("tag", "find.chip.tag", filter.tag());
		parts.add("bornFrom", "find.chip.bornFrom", day(filter.bornFrom(), dates));
		parts.add("bornTo", "find.chip.bornTo", day(filter.bornTo(), dates));
		parts.add("consent", "find.chip.consent",
				Optional.ofNullable(filter.consent()).map(this.labels::consent).orElse(null));
		parts.add("registeredSince", "find.chip.registeredSince", day(filter.registeredSince(), dates));
		parts.add("enabled", "true".equals(filter.enabled()) ? "find.chip.active" : "find.chip.inactive",
				filter.enabled());
		return parts.chips();
	}

	private static String day(String text, ReaderDates dates) {
		return (text != null) ? dates.day(FilterChecks.day(text)) : null;
	}

	/**
	 * The parts so far.
	 */
	private record Parts(MessageSourceAccessor words, ListPlace place, List<FilterChip> chips) {

		void add(String name, String code, String value) {
			if (value != null) {
				String text = (value.length() > LONGEST) ? value.substring(0, LONGEST) + "…" : value;
				this.chips.add(new FilterChip(name, this.words.getMessage(code, new Object[] { text }),
						this.place.without(name).address()));
			}
		}

	}

}
