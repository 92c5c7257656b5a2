package io.contacthub.samples.desk.find;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

import io.contacthub.samples.desk.layout.ConsentKind;

import org.springframework.validation.Errors;

/**
 * Checks of what was typed into a filter, which tell at its field what cannot be meant.
 */
final class FilterChecks {

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private static final int LONGEST = 200;

	private FilterChecks() {
	}

	static void check(CustomerFilter filter, Errors errors) {
		checkText("q", filter.q(), errors);
		checkText("city", filter.city(), errors);
		checkText("tag", filter.tag(), errors);
		checkDay("bornFrom", filter.bornFrom(), errors);
		checkDay("bornTo", filter.bornTo(), errors);
		checkDay("registeredSince", filter.registeredSince(), errors);
		if (!errors.hasErrors() && filter.bornFrom() != null && filter.bornTo() != null
				&& day(filter.bornTo()).isBefore(day(filter.bornFrom()))) {
			errors.rejectValue("bornTo", "find.error.order");
		}
		if (filter.consent() != null && ConsentKind.of(filter.consent()).isEmpty()) {
			errors.rejectValue("consent", "find.error.choice");
		}
		if (filter.enabled() != null && !filter.enabled().equals("true") && !filter.enabled().equals("false")) {
			errors.rejectValue("enabled", "find.error.choice");
		}
	}

	private static void checkText(String field, String value, Errors errors) {
		if (value != null && value.length() > LONGEST) {
			errors.rejectValue(field, "find.error.long", new Object[] { LONGEST }, null);
		}
	}

	private static void checkDay(String field, String value, Errors errors) {
		if (value != null && parse(value).isEmpty()) {
			errors.rejectValue(field, "find.error.day");
		}
	}

	/**
	 * Return the day that was typed.
	 * @throws IllegalArgumentException when it is none
	 */
	static LocalDate day(String text) {
		return parse(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no day"));
	}

	private static Optional<LocalDate> parse(String text) {
		try {
			return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
