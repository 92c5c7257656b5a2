package io.contacthub.samples.desk.overview;

import io.contacthub.samples.desk.panel.Panel;

/**
 * A panel as the page shows it.
 *
 * @param panel which one it is
 * @param content what it has, {@code null} while that is on its way
 */
record ShownPanel(OverviewPanel panel, Panel<Object> content) {

	public boolean isPending() {
		return this.content == null;
	}

}
