package io.contacthub.samples.desk.overview;

import java.util.Locale;

/**
 * The panels of the overview, in their order.
 */
enum OverviewPanel {

	FIGURES, HEALTH, EVENTS, GROWTH, TAGS, CITIES, NEWEST;

	/**
	 * Return the name in addresses, keys of words, and names of fragments.
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String titleCode() {
		return "overview." + id();
	}

}
