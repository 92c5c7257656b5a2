package io.contacthub.samples.desk.overview;

import java.util.Locale;

/**
 * The panels of the overview, in their order.
 */
enum OverviewPanel {

	FIGURES(true), EVENTS(true), GROWTH(true), TAGS(true), CITIES(true), NEWEST(false), HEALTH(false);

	private final boolean kept;

	OverviewPanel(boolean kept) {
		this.kept = kept;
	}

	/**
	 * Return whether what it shows may be a minute old: what takes many requests, but not
	 * what somebody looks at who has just done something.
	 */
	boolean isKept() {
		return this.kept;
	}

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
