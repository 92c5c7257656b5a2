package io.contacthub.emulator;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.node.ObjectNode;

/**
 * Store of the segments. Who changes the store holds the lock of the workspace, who reads
 * needs none.
 */
final class SegmentStore {

	private final Map<String, StoredSegment> segments = new ConcurrentHashMap<>();

	private long lastNumber;

	/**
	 * Store a segment in the place of the one that has its id, or behind all others.
	 * @return the segment as it is stored
	 */
	ObjectNode save(ObjectNode segment) {
		String id = segment.path("id").stringValue();
		StoredSegment before = this.segments.get(id);
		StoredSegment after = new StoredSegment((before != null) ? before.number() : ++this.lastNumber,
				StoredObject.of(segment));
		this.segments.put(id, after);
		return after.document();
	}

	ObjectNode get(String id) {
		StoredSegment segment = this.segments.get(id);
		if (segment == null) {
			throw RequestRejectedException.notFound("segment", id);
		}
		return segment.document();
	}

	/**
	 * Remove a segment that must be there.
	 * @return the segment as it was stored
	 */
	ObjectNode remove(String id) {
		ObjectNode segment = get(id);
		this.segments.remove(id);
		return segment;
	}

	/**
	 * Return all segments in the order of their creation.
	 */
	List<StoredSegment> all() {
		return this.segments.values().stream().sorted(Comparator.comparingLong(StoredSegment::number)).toList();
	}

	void clear() {
		this.segments.clear();
	}

}
