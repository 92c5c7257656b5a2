package io.contacthub.segment;

import java.time.Instant;
import java.util.Map;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Segment: the customers that a query finds, under a name.
 *
 * @param id the id, set by ContactHub
 * @param name the name
 * @param query the query, without the container around it
 * @param enabled whether the segment is in use
 * @param createdAt when the segment was stored; set by ContactHub
 * @param updatedAt when the segment was updated; set by ContactHub
 * @param unknown the members that this library does not know
 */
public record Segment(@Nullable String id, @Nullable String name, @Nullable Query query, @Nullable Boolean enabled,
		@Nullable Instant createdAt, @Nullable Instant updatedAt,
		JsonObject unknown) implements ApiObject, SegmentBuilder.Withers {

	/**
	 * The other name of {@code enabled} in the documentation of ContactHub.
	 */
	private static final String ENABLE = "enable";

	/**
	 * Complete what is absent.
	 */
	public Segment {
		unknown = Members.unknown(unknown);
		if (unknown.get(ENABLE) instanceof Boolean enable) {
			enabled = (enabled != null) ? enabled : enable;
			unknown = unknown.without(ENABLE);
		}
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static SegmentBuilder builder() {
		return new SegmentBuilder();
	}

	/**
	 * Return a segment that is not stored yet.
	 * @param name the name
	 * @param query the query
	 * @return a segment
	 */
	public static Segment of(String name, Query query) {
		return builder().name(name).query(query).build();
	}

	/**
	 * Return a segment from a map.
	 * @param map the members, nested as in the document; changes to it later have no
	 * effect
	 * @return the segment
	 */
	public static Segment of(Map<String, ? extends @Nullable Object> map) {
		return Members.read(map, Segment.class);
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
