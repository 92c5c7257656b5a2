package io.contacthub.samples.desk.layout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Dates as the reader of a page writes them, in the zone of the reader.
 *
 * @param locale the language and, if known, the country of the reader
 * @param zone the zone of the reader
 */
public record ReaderDates(Locale locale, ZoneId zone) {

	public String day(LocalDate day) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(this.locale).format(day);
	}

	public LocalDate dayOf(Instant instant) {
		return LocalDate.ofInstant(instant, this.zone);
	}

	public String dateTime(Instant instant) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withLocale(this.locale)
			.format(instant.atZone(this.zone)) + " " + shortZoneName(instant);
	}

	public String time(Instant instant) {
		return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
			.withLocale(this.locale)
			.format(instant.atZone(this.zone));
	}

	private String shortZoneName(Instant instant) {
		return DateTimeFormatter.ofPattern("z", this.locale).format(instant.atZone(this.zone));
	}

}
