package io.contacthub.samples.desk.customer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import io.contacthub.samples.desk.layout.Addresses;

/**
 * Which events a time line shows, as its address says.
 *
 * @param type the type, {@code null} for all
 * @param context the context, {@code null} for all
 */
record TimelineFilter(String type, String context) {

	private static final Pattern WORD = Pattern.compile("[^,\\p{Cntrl}]{1,100}");

	TimelineFilter {
		// what can be none is not looked for
		type = isWord(type) ? type : null;
		context = isWord(context) ? spelled(context) : null;
	}

	private static boolean isWord(String text) {
		return text != null && !text.isBlank() && WORD.matcher(text).matches();
	}

	/**
	 * Spell a context as ContactHub does, which would be refused otherwise.
	 */
	private static String spelled(String context) {
		return KnownEvents.CONTEXTS.stream()
			.map(EventContext::value)
			.filter((known) -> letters(known).equals(letters(context)))
			.findFirst()
			.orElse(context);
	}

	private static String letters(String text) {
		return text.replaceAll("[\\s_.-]", "").toUpperCase(Locale.ROOT);
	}

	public boolean isEmpty() {
		return this.type == null && this.context == null;
	}

	EventFilter of(String customerId) {
		EventFilter filter = EventFilter.ofCustomer(customerId);
		if (this.type != null) {
			filter = filter.types(EventType.of(this.type));
		}
		return (this.context != null) ? filter.contexts(EventContext.of(this.context)) : filter;
	}

	/**
	 * Return the address of a page of the time line.
	 * @param customerId the id of the customer
	 * @param page the number of the page, from 1
	 * @param after the day with which the page before ends, or {@code null}
	 */
	String address(String customerId, int page, String after) {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("id", customerId);
		values.put("type", this.type);
		values.put("context", this.context);
		values.put("page", (page > 1) ? page : null);
		values.put("after", after);
		return Addresses.of("/customers/{id}", values);
	}

}
