package io.contacthub.samples.desk.move;

import java.util.regex.Matcher;

/**
 * What the days of a file say about their order: it is guessed only when all of them can
 * be meant in one way.
 */
final class DayGuess {

	private boolean dayFirst;

	private boolean monthFirst;

	private String unclear;

	/**
	 * Look at a day.
	 * @return the day as it is
	 */
	String look(String text) {
		Matcher parts = DayOrder.WRITTEN.matcher(text);
		if (parts.matches()) {
			boolean secondIsDay = Integer.parseInt(parts.group(3)) > 12;
			// nobody writes dots between a month and a day
			if (Integer.parseInt(parts.group(1)) > 12 || (parts.group(2).equals(".") && !secondIsDay)) {
				this.dayFirst = true;
			}
			else if (secondIsDay) {
				this.monthFirst = true;
			}
			else if (this.unclear == null) {
				this.unclear = text;
			}
		}
		return text;
	}

	/**
	 * Return the order, that of the library when it is not clear.
	 */
	DayOrder order() {
		if (this.dayFirst == this.monthFirst) {
			return DayOrder.YEAR;
		}
		return this.dayFirst ? DayOrder.DAY : DayOrder.MONTH;
	}

	/**
	 * Return a day that can be meant in two ways, {@code null} when there is none.
	 */
	String unclear() {
		return (order() == DayOrder.YEAR) ? this.unclear : null;
	}

}
