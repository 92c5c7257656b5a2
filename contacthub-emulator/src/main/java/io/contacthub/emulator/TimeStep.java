package io.contacthub.emulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Length of the periods of a trend, named as in the API.
 */
enum TimeStep {

	/** Days. */
	DAILY(DateTimeFormatter.ISO_LOCAL_DATE, (day) -> day.plusDays(1)),

	/** Weeks of ISO 8601, which begin on Monday. */
	WEEKLY(new DateTimeFormatterBuilder().appendValue(IsoFields.WEEK_BASED_YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
		.appendLiteral("-W")
		.appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
		.toFormatter(Locale.ROOT), (day) -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))),

	/** Months. */
	MONTHLY(DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT),
			(day) -> day.with(TemporalAdjusters.firstDayOfNextMonth()));

	private final DateTimeFormatter label;

	private final UnaryOperator<LocalDate> next;

	TimeStep(DateTimeFormatter label, UnaryOperator<LocalDate> next) {
		this.label = label;
		this.next = next;
	}

	/**
	 * Return the first day of the period after that of a day.
	 */
	LocalDate next(LocalDate day) {
		return this.next.apply(day);
	}

	/**
	 * Return the label of the period that a day is in.
	 */
	String label(LocalDate day) {
		return this.label.format(day);
	}

	/**
	 * Return whether the labels are those of the API, and not made up.
	 */
	boolean isKnown() {
		return this == MONTHLY;
	}

}
