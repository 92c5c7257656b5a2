package io.contacthub.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import io.contacthub.json.DateTimes;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value is a point in time. It is compared in UTC; a date is compared as
 * its beginning in UTC.
 */
public final class InstantField extends TemporalField<Instant> {

	/**
	 * A field with a point in time as its value.
	 * @param parent the field of the object around it, or {@code null} for a field of the
	 * customer itself
	 * @param name its name
	 */
	public InstantField(@Nullable Field<?> parent, String name) {
		super(parent, name);
	}

	@Override
	@Nullable String text(Object value) {
		Instant instant = null;
		if (value instanceof Instant given) {
			instant = given;
		}
		else if (value instanceof OffsetDateTime dateTime) {
			instant = dateTime.toInstant();
		}
		else if (value instanceof ZonedDateTime dateTime) {
			instant = dateTime.toInstant();
		}
		else if (value instanceof LocalDate date) {
			instant = date.atStartOfDay().toInstant(ZoneOffset.UTC);
		}
		else if (value instanceof String text) {
			instant = DateTimes.parse(text);
		}
		return (instant != null) ? DateTimes.format(instant) : null;
	}

	@Override
	String expected() {
		return "an Instant, a date-time with its zone, or a LocalDate";
	}

}
