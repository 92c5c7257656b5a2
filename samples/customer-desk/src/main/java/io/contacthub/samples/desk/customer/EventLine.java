package io.contacthub.samples.desk.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.contacthub.event.Event;
import io.contacthub.event.properties.ChangedSetting;
import io.contacthub.event.properties.Setting;
import io.contacthub.samples.desk.layout.Labels;

/**
 * What the time line shows of an event.
 *
 * @param kind the kind of the event, which has an icon
 * @param type what happened
 * @param context where it happened, {@code null} when nothing is known
 * @param time when it happened on its day, {@code null} when nothing is known
 * @param moment the same for machines
 * @param subject what it was about, {@code null} when nothing is known
 * @param details what else is known
 */
record EventLine(EventKind kind, String type, String context, String time, String moment, String subject,
		List<Detail> details) {

	static EventLine of(Event event, ValueWords words) {
		Labels labels = words.labels();
		Details details = new Details(words, (path) -> labels.property(path.substring(path.lastIndexOf('.') + 1)));
		List<Detail> known = new ArrayList<>(details.of("", event.properties(), secrets(event)));
		known.addAll(details.of("", event.unknown()));
		group(known, "customer.event.context", details.of("", event.contextInfo()), words);
		group(known, "customer.event.tracking", details.of("", event.tracking()), words);
		group(known, "customer.event.visitor", details.of("", event.bringBackProperties()), words);
		if (event.registeredAt() != null) {
			known.add(Detail.of(words.messages().getMessage("customer.event.registered"),
					words.typed("", event.registeredAt())));
		}
		return new EventLine(EventKind.of(event.type()),
				(event.type() != null) ? labels.eventType(event.type())
						: words.messages().getMessage("customer.event.unknown"),
				(event.context() != null) ? labels.eventContext(event.context()) : null,
				(event.date() != null) ? words.dates().time(event.date()) : null,
				(event.date() != null) ? event.date().toString() : null, EventSubject.of(event, words), known);
	}

	/**
	 * Return the names of properties that hold a password.
	 */
	private static Set<String> secrets(Event event) {
		return (event.properties() instanceof ChangedSetting changed && Setting.PASSWORD.equals(changed.setting()))
				? Set.of("oldValue", "newValue") : Set.of();
	}

	private static void group(List<Detail> known, String code, List<Detail> parts, ValueWords words) {
		if (!parts.isEmpty()) {
			known.add(Detail.of(words.messages().getMessage(code), parts));
		}
	}

}
