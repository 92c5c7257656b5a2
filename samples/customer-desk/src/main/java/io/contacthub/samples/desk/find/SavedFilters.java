package io.contacthub.samples.desk.find;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.contacthub.Workspace;
import io.contacthub.query.Query;
import io.contacthub.segment.Segment;
import io.contacthub.segment.SegmentRepository;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.stereotype.Component;

/**
 * The filters that are kept for everybody, which are the segments of the workspace. Those
 * that were made elsewhere can be used as well.
 */
@Component
class SavedFilters {

	private static final int MOST = 200;

	private static final Pattern ID = Pattern.compile("[\\w-]{1,100}");

	private final SegmentRepository segments;

	SavedFilters(Workspace workspace) {
		this.segments = workspace.segments();
	}

	List<SavedFilter> all() {
		try (Stream<Segment> all = this.segments.stream()) {
			return all.limit(MOST)
				.filter((segment) -> segment.query() != null)
				.map((segment) -> new SavedFilter(segment.id(), Objects.toString(segment.name(), segment.id()),
						segment.query()))
				.sorted(Comparator.comparing(SavedFilter::name, String.CASE_INSENSITIVE_ORDER))
				.toList();
		}
	}

	Query query(String id) {
		if (!ID.matcher(id).matches()) {
			throw new EmptyResultDataAccessException("'" + id + "' is no id of a segment", 1);
		}
		Query query = this.segments.getById(id).query();
		if (query == null) {
			throw new DataRetrievalFailureException("The segment " + id + " has no query");
		}
		return query;
	}

	boolean exists(String name) {
		try {
			return this.segments.findByName(name).isPresent();
		}
		catch (IncorrectResultSizeDataAccessException ex) {
			return true;
		}
	}

	SavedFilter save(String name, Query query) {
		Segment saved = this.segments.insert(name, query);
		return new SavedFilter(saved.id(), name, query);
	}

	/**
	 * Delete a filter.
	 * @return whether it was there until now
	 */
	boolean delete(String id) {
		try {
			this.segments.deleteById(id);
			return true;
		}
		catch (EmptyResultDataAccessException ex) {
			return false;
		}
	}

}
