package io.contacthub.update;

import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Objects;

import io.contacthub.json.ApiObject;
import io.contacthub.json.DateTimes;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.json.TemporalType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Filter of updates: where they begin, narrowed by any of the rest. It can be stored, as
 * JSON too, to go on with it later.
 *
 * @param offset the offset behind which the updates begin; with it, the time has no
 * effect
 * @param timestamp the time from which on they begin, in milliseconds since 1970, as it
 * is sent; whether ContactHub counts so is not documented
 * @param nodeId the node of their customers, or {@code null} for all of the workspace
 * @param entity their kind, or {@code null} for all
 * @param unknown further parameters, which are sent as they are
 */
public record UpdateFilter(@Nullable Long offset, @Nullable Long timestamp, @Nullable String nodeId,
		@Nullable EntityType entity, JsonObject unknown) implements ApiObject, UpdateFilterBuilder.Withers {

	/**
	 * Check, and complete what is absent.
	 */
	public UpdateFilter {
		Assert.isTrue(nodeId == null || !nodeId.isBlank(), "nodeId is blank: give the id of the node, or none");
		Assert.isTrue(offset == null || offset >= 0,
				() -> "offset is " + offset + ": give one that ContactHub has told, or 0");
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with the updates of the whole workspace from the beginning.
	 * @return a builder
	 */
	public static UpdateFilterBuilder builder() {
		return new UpdateFilterBuilder();
	}

	/**
	 * Return the updates behind an offset.
	 * @param offset the offset, such as {@link UpdateStream#nextOffset()} or
	 * {@link UpdateRepository#lastOffset()}; what is at it is not among them
	 * @return a filter
	 */
	public static UpdateFilter after(long offset) {
		return builder().offset(offset).build();
	}

	/**
	 * Return the updates from some time on. It is sent in milliseconds since 1970, as the
	 * dates of queries are; whether ContactHub counts so is not documented.
	 * @param time the time: an {@code Instant}, {@code OffsetDateTime},
	 * {@code ZonedDateTime}, or a {@code LocalDate} for its beginning in UTC
	 * @return a filter
	 * @throws IllegalArgumentException when it is another date, such as a
	 * {@code LocalDateTime}, which has no zone
	 */
	public static UpdateFilter since(Temporal time) {
		Assert.notNull(time, "time is null: give the time of the first update");
		return since((Object) time);
	}

	/**
	 * Return the updates from some time on, as {@link #since(Temporal)}.
	 * @param time the time in ISO 8601; without an offset in UTC
	 * @return a filter
	 * @throws IllegalArgumentException when the text is no date
	 */
	public static UpdateFilter since(String time) {
		Assert.notNull(time, "time is null: give the time of the first update");
		return since((Object) time);
	}

	private static UpdateFilter since(Object time) {
		TemporalType.DATE_TIME.text("time", time);
		Instant instant = Objects.requireNonNull(DateTimes.toInstant(time));
		return builder().timestamp(instant.toEpochMilli()).build();
	}

	/**
	 * Return all updates that ContactHub has. That it begins with the first one when it
	 * is given neither an offset nor a time is not documented.
	 * @return a filter
	 */
	public static UpdateFilter fromBeginning() {
		return builder().build();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}
