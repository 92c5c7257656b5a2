package io.contacthub.query;

import java.time.temporal.Temporal;

import io.contacthub.json.TemporalType;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value is a date or a date-time. It is compared with dates, date-times and
 * ISO 8601 texts alike, which are sent in the form of the field.
 */
public abstract sealed class TemporalField extends Field<Temporal> permits DateField, InstantField {

	private static final long serialVersionUID = 1L;

	TemporalField(@Nullable Field<?> parent, String name, TemporalType type) {
		super(parent, name, type);
	}

	/**
	 * Require that the field equals a date.
	 * @param value a {@code LocalDate}, {@code OffsetDateTime} or {@code ZonedDateTime};
	 * for a date also a {@code LocalDateTime}, for a point in time an {@code Instant};
	 * {@code null} as in {@link #isNull()}
	 * @return a criterion
	 */
	@Override
	public Criterion eq(@Nullable Temporal value) {
		return (value != null) ? criterion("EQUALS", value) : isNull();
	}

	/**
	 * Require that the field equals a date.
	 * @param value an ISO 8601 date or date-time
	 * @return a criterion
	 */
	public Criterion eq(String value) {
		return criterion("EQUALS", value);
	}

	/**
	 * Require that the field differs from a date.
	 * @param value a {@code LocalDate}, {@code OffsetDateTime} or {@code ZonedDateTime};
	 * for a date also a {@code LocalDateTime}, for a point in time an {@code Instant};
	 * {@code null} as in {@link #isNotNull()}
	 * @return a criterion
	 */
	@Override
	public Criterion ne(@Nullable Temporal value) {
		return (value != null) ? criterion("NOT_EQUALS", value) : isNotNull();
	}

	/**
	 * Require that the field differs from a date.
	 * @param value an ISO 8601 date or date-time
	 * @return a criterion
	 */
	public Criterion ne(String value) {
		return criterion("NOT_EQUALS", value);
	}

	/**
	 * Require that the field is later than a date.
	 * @param value a {@code LocalDate}, {@code OffsetDateTime} or {@code ZonedDateTime};
	 * for a date also a {@code LocalDateTime}, for a point in time an {@code Instant}
	 * @return a criterion
	 */
	@Override
	public Criterion gt(Temporal value) {
		return criterion("GT", value);
	}

	/**
	 * Require that the field is later than a date.
	 * @param value an ISO 8601 date or date-time
	 * @return a criterion
	 */
	public Criterion gt(String value) {
		return criterion("GT", value);
	}

	/**
	 * Require that the field is a date or later.
	 * @param value a {@code LocalDate}, {@code OffsetDateTime} or {@code ZonedDateTime};
	 * for a date also a {@code LocalDateTime}, for a point in time an {@code Instant}
	 * @return a criterion
	 */
	@Override
	public Criterion gte(Temporal value) {
		return criterion("GTE", value);
	}

	/**
	 * Require that the field is a date or later.
	 * @param value an ISO 8601 date or date-time
	 * @return a criterion
	 */
	public Criterion gte(String value) {
		return criterion("GTE", value);
	}

	/**
	 * Require that the field is earlier than a date.
	 * @param value a {@code LocalDate}, {@code OffsetDateTime} or {@code ZonedDateTime};
	 * for a date also a {@code LocalDateTime}, for a point in time an {@code Instant}
	 * @return a criterion
	 */
	@Override
	public Criterion lt(Temporal value) {
		return criterion("LT", value);
	}

	/**
	 * Require that the field is earlier than a date.
	 * @param value an ISO 8601 date or date-time
	 * @return a criterion
	 */
	public Criterion lt(String value) {
		return criterion("LT", value);
	}

	/**
	 * Require that the field is a date or earlier.
	 * @param value a {@code LocalDate}, {@code OffsetDateTime} or {@code ZonedDateTime};
	 * for a date also a {@code LocalDateTime}, for a point in time an {@code Instant}
	 * @return a criterion
	 */
	@Override
	public Criterion lte(Temporal value) {
		return criterion("LTE", value);
	}

	/**
	 * Require that the field is a date or earlier.
	 * @param value an ISO 8601 date or date-time
	 * @return a criterion
	 */
	public Criterion lte(String value) {
		return criterion("LTE", value);
	}

	/**
	 * Require that the field lies between two dates. Whether the ends belong to it is for
	 * ContactHub to say.
	 * @param from a {@code LocalDate}, {@code OffsetDateTime} or {@code ZonedDateTime};
	 * for a date also a {@code LocalDateTime}, for a point in time an {@code Instant}
	 * @param to likewise
	 * @return a criterion
	 */
	@Override
	public Criterion between(Temporal from, Temporal to) {
		return range(from, to);
	}

	/**
	 * Require that the field lies between two dates. Whether the ends belong to it is for
	 * ContactHub to say.
	 * @param from an ISO 8601 date or date-time
	 * @param to likewise
	 * @return a criterion
	 */
	public Criterion between(String from, String to) {
		return range(from, to);
	}

}
