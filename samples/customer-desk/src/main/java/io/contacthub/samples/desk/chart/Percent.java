package io.contacthub.samples.desk.chart;

import java.util.Locale;

/**
 * Lengths of SVG that grow with the picture, so that texts keep their size.
 */
final class Percent {

	private Percent() {
	}

	static String of(double part, double whole) {
		return String.format(Locale.ROOT, "%.2f%%", 100 * part / whole);
	}

}
