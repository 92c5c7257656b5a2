package io.contacthub.samples.desk.change;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.samples.desk.form.Option;
import io.contacthub.samples.desk.layout.Labels;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The types of events to choose from, those that people type most on top.
 */
@Component
class EventTypes {

	private static final List<EventType> TICKETS = List.of(EventType.OPENED_TICKET, EventType.REPLIED_TICKET,
			EventType.CLOSED_TICKET);

	private static final List<EventType> COMMON = Stream
		.concat(TICKETS.stream(),
				Stream.of(EventType.COMPLETED_ORDER, EventType.FORM_COMPILED, EventType.EVENT_PARTICIPATED))
		.toList();

	private final Labels labels;

	EventTypes(Labels labels) {
		this.labels = labels;
	}

	/**
	 * Return what people at a desk type most.
	 */
	List<Option> common() {
		return COMMON.stream().map(this::option).toList();
	}

	/**
	 * Return all others.
	 */
	List<Option> others() {
		return EventInputs.TYPES.stream()
			.filter((type) -> !COMMON.contains(type))
			.map(this::option)
			.sorted(Comparator.comparing(Option::label, Collator.getInstance(LocaleContextHolder.getLocale())))
			.toList();
	}

	private Option option(EventType type) {
		return new Option(type.value(), this.labels.eventType(type));
	}

	/**
	 * Return where events of a type happen mostly.
	 * @return the context, or {@code null} when nobody can tell
	 */
	static EventContext context(EventType type) {
		if (TICKETS.contains(type)) {
			return EventContext.CONTACT_CENTER;
		}
		if (type.value().startsWith("campaign")) {
			return EventContext.DIGITAL_CAMPAIGN;
		}
		return (type.value().startsWith("viewed") || type.equals(EventType.FORM_COMPILED)) ? EventContext.WEB : null;
	}

}
