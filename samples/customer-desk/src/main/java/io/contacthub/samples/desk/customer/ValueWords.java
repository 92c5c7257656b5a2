package io.contacthub.samples.desk.customer;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;

import io.contacthub.json.OpenValue;
import io.contacthub.samples.desk.layout.Labels;
import io.contacthub.samples.desk.layout.ReaderDates;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * Words and links for single values, as the reader of a page writes them.
 *
 * @param labels the words for what ContactHub names
 * @param messages the words of the pages
 * @param dates the dates of the reader
 */
record ValueWords(Labels labels, MessageSourceAccessor messages, ReaderDates dates) {

	private static final int DIGITS = 60;

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

	private static final Pattern DATE_TIME = Pattern
		.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:?\\d\\d)");

	/**
	 * Return the words for a value of a known member.
	 */
	String typed(String name, Object value) {
		if (value instanceof LocalDate day) {
			return name.equals("dob") ? born(day) : this.dates.day(day);
		}
		if (value instanceof Instant instant) {
			return this.dates.dateTime(instant);
		}
		if (value instanceof ZoneId zone) {
			return zoneName(zone);
		}
		if (value instanceof OpenValue open) {
			return this.labels.value(open);
		}
		return (name.equals("locale") && value instanceof String text) ? language(text) : plain(value);
	}

	/**
	 * Return the words for a value of which only its JSON is known: what looks like a
	 * date is one.
	 */
	String free(Object value) {
		if (value instanceof String text) {
			try {
				if (DAY.matcher(text).matches()) {
					return this.dates.day(LocalDate.parse(text));
				}
				if (DATE_TIME.matcher(text).matches()) {
					return this.dates.dateTime(OffsetDateTime.parse(text).toInstant());
				}
			}
			catch (DateTimeException ex) {
				return text;
			}
		}
		return plain(value);
	}

	/**
	 * Return the name of the zone in which the reader reads times.
	 */
	String zoneName() {
		return zoneName(this.dates.zone());
	}

	private String zoneName(ZoneId zone) {
		String name = zone.getDisplayName(TextStyle.FULL, this.dates.locale());
		return name.equals(zone.getId()) ? name : name + " (" + zone.getId() + ")";
	}

	private String plain(Object value) {
		if (value instanceof Boolean yes) {
			return this.messages.getMessage(yes ? "customer.yes" : "customer.no");
		}
		return (value instanceof Number number) ? number(number) : String.valueOf(value);
	}

	private String number(Number number) {
		BigDecimal exact = new BigDecimal(number.toString());
		if (exact.precision() > DIGITS || Math.abs((long) exact.scale()) > DIGITS) {
			return number.toString();
		}
		NumberFormat format = NumberFormat.getNumberInstance(this.dates.locale());
		format.setGroupingUsed(false);
		format.setMinimumFractionDigits(Math.max(0, exact.scale()));
		format.setMaximumFractionDigits(Math.max(0, exact.scale()));
		return format.format(exact);
	}

	private String born(LocalDate day) {
		int years = Period.between(day, LocalDate.now(this.dates.zone())).getYears();
		return (years < 0) ? this.dates.day(day)
				: this.messages.getMessage("customer.born", new Object[] { this.dates.day(day), years });
	}

	private String language(String text) {
		Locale spoken = Locale.forLanguageTag(text.replace('_', '-'));
		return spoken.getLanguage().isEmpty() ? text : spoken.getDisplayName(this.dates.locale());
	}

	/**
	 * Return where the value of a member leads to.
	 * @return the address, or {@code null} when it leads nowhere
	 */
	static String address(String name, Object value) {
		if (!(value instanceof String text)) {
			return null;
		}
		return switch (name) {
			case "email" -> "mailto:" + UriUtils.encode(text, "UTF-8").replace("%40", "@");
			case "phone", "mobilePhone" -> call(text);
			default -> isWebAddress(text) ? text : null;
		};
	}

	private static String call(String text) {
		String digits = text.replaceAll("[^+\\d]", "");
		return StringUtils.hasLength(digits) ? "tel:" + digits : null;
	}

	private static boolean isWebAddress(String text) {
		if (!text.startsWith("https://") && !text.startsWith("http://")) {
			return false;
		}
		try {
			return new URI(text).getHost() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
