package io.contacthub.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import io.contacthub.json.DateTimes;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value is a date. A date-time is compared as the date that it has where it
 * was taken, an {@code Instant} as the date in UTC.
 */
public final class DateField extends TemporalField<LocalDate> {

	/**
	 * A field with a date as its value.
	 * @param parent the field of the object around it, or {@code null} for a field of the
	 * customer itself
	 * @param name its name
	 */
	public DateField(@Nullable Field<?> parent, String name) {
		super(parent, name);
	}

	@Override
	@Nullable String text(Object value) {
		LocalDate date = null;
		if (value instanceof LocalDate given) {
			date = given;
		}
		else if (value instanceof Instant instant) {
			date = LocalDate.ofInstant(instant, ZoneOffset.UTC);
		}
		else if (value instanceof OffsetDateTime dateTime) {
			date = dateTime.toLocalDate();
		}
		else if (value instanceof ZonedDateTime dateTime) {
			date = dateTime.toLocalDate();
		}
		else if (value instanceof LocalDateTime dateTime) {
			date = dateTime.toLocalDate();
		}
		else if (value instanceof String text) {
			date = DateTimes.parseDate(text);
		}
		return (date != null) ? date.toString() : null;
	}

	@Override
	String expected() {
		return "a LocalDate, or a date-time whose date is meant";
	}

}
