package io.contacthub.samples.desk.find;

import java.util.List;
import java.util.Optional;

import io.contacthub.query.Query;
import io.contacthub.samples.desk.panel.Panel;

/**
 * Filter that is kept under a name: a segment of the workspace.
 *
 * @param id the id of the segment
 * @param name its name
 * @param query the query of the customers that it finds
 */
record SavedFilter(String id, String name, Query query) {

	/**
	 * Find the one with an id among those that were loaded.
	 */
	static Optional<SavedFilter> of(String id, Panel<List<SavedFilter>> saved) {
		return saved.isLoaded() ? saved.value().stream().filter((each) -> each.id().equals(id)).findAny()
				: Optional.empty();
	}

}
