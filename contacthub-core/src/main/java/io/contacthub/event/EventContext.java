package io.contacthub.event;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Context of an event: where it happened. Each has a record of what can be said of it. An
 * open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record EventContext(String value) implements OpenValue {

	/**
	 * A contact center, see {@link io.contacthub.event.context.GeneralContextInfo}.
	 */
	public static final EventContext CONTACT_CENTER = new EventContext("CONTACT_CENTER");

	/**
	 * A web site, see {@link io.contacthub.event.context.GeneralContextInfo}.
	 */
	public static final EventContext WEB = new EventContext("WEB");

	/**
	 * A mobile application, see {@link io.contacthub.event.context.MobileContextInfo}.
	 */
	public static final EventContext MOBILE = new EventContext("MOBILE");

	/**
	 * A web shop, see {@link io.contacthub.event.context.EcommerceContextInfo}.
	 */
	public static final EventContext ECOMMERCE = new EventContext("ECOMMERCE");

	/**
	 * A shop, see {@link io.contacthub.event.context.RetailContextInfo}.
	 */
	public static final EventContext RETAIL = new EventContext("RETAIL");

	/**
	 * A connected thing, see {@link io.contacthub.event.context.GeneralContextInfo}.
	 */
	public static final EventContext IOT = new EventContext("IOT");

	/**
	 * A social network, see {@link io.contacthub.event.context.GeneralContextInfo}.
	 */
	public static final EventContext SOCIAL = new EventContext("SOCIAL");

	/**
	 * A digital campaign, see {@link io.contacthub.event.context.GeneralContextInfo}.
	 */
	public static final EventContext DIGITAL_CAMPAIGN = new EventContext("DIGITAL_CAMPAIGN");

	/**
	 * Anywhere else, see {@link io.contacthub.event.context.GeneralContextInfo}.
	 */
	public static final EventContext OTHER = new EventContext("OTHER");

	private static final List<String> KNOWN = List.of("CONTACT_CENTER", "WEB", "MOBILE", "ECOMMERCE", "RETAIL", "IOT",
			"SOCIAL", "DIGITAL_CAMPAIGN", "OTHER");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public EventContext {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static EventContext of(String value) {
		return new EventContext(value);
	}

	/**
	 * Return whether this is a context as ContactHub spells it, or one of its own that a
	 * workspace may have: not one of the known ones in another spelling, such as
	 * {@code web} or {@code Digital campaign}.
	 */
	boolean isPlausible() {
		String meant = meant();
		return meant == null || meant.equals(this.value);
	}

	/**
	 * Return the known context that the text means, however it is spelled.
	 */
	@Nullable String meant() {
		if (KNOWN.contains(this.value)) {
			return this.value;
		}
		String letters = letters(this.value);
		return KNOWN.stream().filter((known) -> letters(known).equals(letters)).findFirst().orElse(null);
	}

	private static String letters(String text) {
		return text.replaceAll("[\\s_.-]", "").toUpperCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
