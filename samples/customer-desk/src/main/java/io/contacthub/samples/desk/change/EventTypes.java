package io.contacthub.samples.desk.change;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;

import io.contacthub.samples.desk.form.Option;
import io.contacthub.samples.desk.layout.Labels;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The types of events to choose from, in the alphabet of the reader.
 */
@Component
class EventTypes {

	private final Labels labels;

	EventTypes(Labels labels) {
		this.labels = labels;
	}

	List<Option> options() {
		return EventInputs.TYPES.stream()
			.map((type) -> new Option(type.value(), this.labels.eventType(type)))
			.sorted(Comparator.comparing(Option::label, Collator.getInstance(LocaleContextHolder.getLocale())))
			.toList();
	}

}
