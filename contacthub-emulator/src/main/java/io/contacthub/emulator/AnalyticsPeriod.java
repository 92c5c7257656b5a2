package io.contacthub.emulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Period that analytics look at: from the beginning of a day to the end of another one.
 *
 * @param first the first day, null for ever
 * @param last the last day, null for ever
 * @param zone where they are days
 * @param from the first moment in milliseconds
 * @param until the moment after the last one, in milliseconds
 */
record AnalyticsPeriod(@Nullable LocalDate first, @Nullable LocalDate last, ZoneId zone, long from, long until) {

	AnalyticsPeriod(@Nullable LocalDate first, @Nullable LocalDate last, ZoneId zone) {
		this(first, last, zone, (first != null) ? beginning(first, zone) : Long.MIN_VALUE,
				(last != null) ? beginning(last.plusDays(1), zone) : Long.MAX_VALUE);
	}

	private static long beginning(LocalDate day, ZoneId zone) {
		return day.atStartOfDay(zone).toInstant().toEpochMilli();
	}

	/**
	 * Return whether neither end is given.
	 */
	boolean isUnbounded() {
		return this.first == null && this.last == null;
	}

	boolean contains(long moment) {
		return moment >= this.from && moment < this.until;
	}

	/**
	 * Return the time of a moment in the zone of this period.
	 */
	ZonedDateTime timeOf(long moment) {
		return Instant.ofEpochMilli(moment).atZone(this.zone);
	}

}
