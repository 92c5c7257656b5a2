package io.contacthub.emulator;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Part of a time by which a distribution counts, named as in the API.
 */
enum TimePart {

	/** The hours of a day. */
	HOUROFDAY(IntStream.range(0, 24).mapToObj((hour) -> String.format(Locale.ROOT, "%02d", hour)).toList(),
			ZonedDateTime::getHour),

	/** The days of a week. */
	DAYOFWEEK(Arrays.stream(DayOfWeek.values())
		.map((day) -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
		.toList(), (time) -> time.getDayOfWeek().ordinal()),

	/** The days of a month. */
	DAYOFMONTH(IntStream.rangeClosed(1, 31).mapToObj(Integer::toString).toList(), (time) -> time.getDayOfMonth() - 1);

	private final List<String> labels;

	private final ToIntFunction<ZonedDateTime> index;

	TimePart(List<String> labels, ToIntFunction<ZonedDateTime> index) {
		this.labels = labels;
		this.index = index;
	}

	/**
	 * Return the labels of all values, in their order.
	 */
	List<String> labels() {
		return this.labels;
	}

	/**
	 * Return which of the labels a time has.
	 */
	int indexOf(ZonedDateTime time) {
		return this.index.applyAsInt(time);
	}

	/**
	 * Return whether the labels are those of the API, and not made up.
	 */
	boolean isKnown() {
		return this == DAYOFWEEK;
	}

}
