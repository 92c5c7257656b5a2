package io.contacthub.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * A document on its way to ContactHub, and the checks that refuse it before it is sent.
 * They look at what there is and neither copy nor write it: what they cannot decide about
 * is left to a copy, which tells the place of what cannot be sent, and to the written
 * form of what may be too long. For this library.
 */
public final class RequestDocument {

	/**
	 * The bytes that ContactHub gives each of the limited members.
	 */
	private static final int LIMIT = 64 * 1024;

	/**
	 * The bytes that a character takes at most, as {@code \u0000}.
	 */
	private static final int CHARACTER = 6;

	/**
	 * The bytes that any value takes at most but for its characters and digits, and what
	 * is between it and the next one.
	 */
	private static final int SCALAR = 64;

	private long length;

	private RequestDocument() {
	}

	/**
	 * Return the members of an object as they are written. Unlike
	 * {@link ApiObject#toMap()} this copies nothing of what they hold.
	 * @param object the object
	 * @return the members, to be changed and given to {@link #of}
	 */
	public static Map<String, @Nullable Object> members(ApiObject object) {
		return RecordShape.of(object.getClass()).members(object);
	}

	/**
	 * Return a document as it is sent.
	 * @param members the members, which are taken over; what they hold is plain, or an
	 * {@link ApiObject}
	 * @param limited the names of the members that have 64 KB each
	 * @return the document, to be written and for nothing else: what is an
	 * {@link ApiObject} in it stays one
	 * @throws IllegalArgumentException when a value cannot be sent, or when a limited
	 * member is longer as JSON, in UTF-8
	 */
	public static JsonObject of(Map<String, @Nullable Object> members, String... limited) {
		RequestDocument check = new RequestDocument();
		boolean sendable = true;
		boolean brief = true;
		for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
			check.length = 0;
			sendable &= check.isSendable(member.getKey()) && check.isSendable(member.getValue(), 1);
			brief &= check.length <= LIMIT;
		}
		JsonObject document = sendable ? JsonObject.owning(members) : JsonObject.copyOf(PlainCopies.thawMap(members));
		if (!sendable || !brief) {
			Arrays.stream(limited).forEach((name) -> checkLength(name, document.get(name)));
		}
		return document;
	}

	/**
	 * Return a member of a member.
	 * @param document the document
	 * @param path the names on the way, outermost first
	 * @return the value as it is written, or {@code null} when there is none
	 */
	public static @Nullable Object at(JsonObject document, String... path) {
		Object value = document;
		for (String name : path) {
			value = (value instanceof ApiObject object) ? RecordShape.of(object.getClass()).written(object, name)
					: ((value instanceof Map<?, ?> map) ? map.get(name) : null);
		}
		return value;
	}

	private static void checkLength(String name, @Nullable Object member) {
		JsonMapper mapper = ContactHubJson.mapper();
		int length = (member != null) ? mapper.writeValueAsBytes(member).length : 0;
		Assert.isTrue(length <= LIMIT,
				() -> name + " has " + length + " bytes as JSON: ContactHub takes at most " + LIMIT);
	}

	/**
	 * Return whether a value can be sent for sure, and add up how long it can be.
	 */
	private boolean isSendable(@Nullable Object value, int depth) {
		if (value instanceof String text) {
			return isSendable(text);
		}
		if (value instanceof ApiObject object) {
			return isSendable(object, RecordShape.of(object.getClass()), depth);
		}
		if (value instanceof JsonObject properties) {
			return isSendable(properties.members(), depth);
		}
		if (value instanceof List<?> list) {
			return isSendable(list, null, depth);
		}
		return value == null || isSendableScalar(value);
	}

	private boolean isSendable(Object value, MemberType type, int depth) {
		if (type instanceof ScalarType) {
			return isSendableScalar(value);
		}
		if (type instanceof MemberType.ObjectType object) {
			return isSendable((ApiObject) value, object.shape((ApiObject) value), depth);
		}
		if (type instanceof MemberType.ValueType) {
			return isSendable(((JsonObjectValue) value).toJsonObject().members(), depth);
		}
		return (type instanceof MemberType.ListType list) ? isSendable((List<?>) value, list.item(), depth)
				: isSendable(((JsonObject) value).members(), depth);
	}

	private boolean isSendable(ApiObject object, RecordShape shape, int depth) {
		for (RecordShape.Member member : shape.inOrder()) {
			Object value = member.presentIn(object);
			if (value != null) {
				this.length += SCALAR + member.name().length();
				if (!isSendable(value, member.type(), depth + 1)) {
					return false;
				}
			}
		}
		JsonObject others = object.unknown();
		return others.isEmpty() || isSendable(others.members(), depth);
	}

	private boolean isSendable(Map<String, @Nullable Object> members, int depth) {
		if (depth >= ContactHubJson.DEPTH) {
			return false;
		}
		for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
			this.length += SCALAR;
			if (!isSendable(member.getKey()) || !isSendable(member.getValue(), depth + 1)) {
				return false;
			}
		}
		return true;
	}

	private boolean isSendable(List<?> list, @Nullable MemberType type, int depth) {
		if (depth >= ContactHubJson.DEPTH) {
			return false;
		}
		for (int i = 0; i < list.size(); i++) {
			Object element = list.get(i);
			this.length += SCALAR;
			if (!((type != null && element != null) ? isSendable(element, type, depth + 1)
					: isSendable(element, depth + 1))) {
				return false;
			}
		}
		return true;
	}

	private boolean isSendableScalar(Object value) {
		if (value instanceof String text) {
			return isSendable(text);
		}
		if (value instanceof Number number) {
			this.length += digits(number);
			return true;
		}
		if (value instanceof Instant || value instanceof LocalDate) {
			return DateTimes.isWritable(value);
		}
		return value instanceof Boolean || value instanceof ZoneId
				|| (value instanceof OpenValue open && isSendable(open.value()));
	}

	private boolean isSendable(String text) {
		this.length += (long) text.length() * CHARACTER;
		return UnicodeChecks.isWellFormed(text);
	}

	/**
	 * Return how many digits beyond those of other scalars a number has at most.
	 */
	private static int digits(Number number) {
		if (number instanceof BigDecimal decimal) {
			return decimal.precision();
		}
		return (number instanceof BigInteger integer) ? integer.bitLength() : 0;
	}

}
