package io.contacthub.emulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The schema of a single value.
 */
final class ValueSchema implements Schema {

	static final ValueSchema TEXT = new ValueSchema("string", JsonNode::isString, typed("string"));

	static final ValueSchema NUMBER = new ValueSchema("number", JsonNode::isNumber, typed("number"));

	static final ValueSchema AMOUNT = new ValueSchema("number of at least 0",
			(value) -> value.isNumber() && value.decimalValue().signum() >= 0, typed("number").put("minimum", 0));

	static final ValueSchema INTEGER = new ValueSchema("integer", JsonNode::isIntegralNumber, typed("integer"));

	static final ValueSchema LATITUDE = within(90);

	static final ValueSchema LONGITUDE = within(180);

	/**
	 * Seconds of up to a week.
	 */
	static final ValueSchema DELAY = new ValueSchema(
			"integer between 0 and 604800", (value) -> value.isIntegralNumber() && value.canConvertToInt()
					&& value.intValue() >= 0 && value.intValue() <= 604800,
			typed("integer").put("minimum", 0).put("maximum", 604800));

	static final ValueSchema ANY = new ValueSchema("value", (value) -> true, Json.object());

	static final ValueSchema FLAG = new ValueSchema("boolean", JsonNode::isBoolean, typed("boolean"));

	static final ValueSchema DATE = text("date", (text) -> DateFormats.date(text) != null, formatted("date"));

	static final ValueSchema DATE_TIME = text("date-time", (text) -> DateFormats.dateTime(text) != null,
			formatted("date-time"));

	static final ValueSchema EMAIL = matching("email", "[^@\\s]+@[^@\\s]+");

	static final ValueSchema IPV4 = matching("ipv4",
			"(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

	static final ValueSchema LOCALE = matching("locale", "[a-z]{2}(_([a-zA-Z]{2}){1,2})?_[A-Z]{2}");

	static final ValueSchema NOT_EMPTY = text("string that is not empty", (text) -> !text.isEmpty(),
			typed("string").put("minLength", 1));

	static final ValueSchema TIMEZONE = text("time zone", (text) -> ZoneId.getAvailableZoneIds().contains(text),
			formatted("timezone"));

	static final ValueSchema ADDRESS = text("uri", ValueSchema::isUri, formatted("uri"));

	static final ValueSchema FREE_OBJECT = new ValueSchema("object", JsonNode::isObject, typed("object"));

	static final ValueSchema FREE_ARRAY = new ValueSchema("array", JsonNode::isArray, typed("array"));

	private final String expectation;

	private final Predicate<JsonNode> test;

	private final ObjectNode document;

	private ValueSchema(String expectation, Predicate<JsonNode> test, ObjectNode document) {
		this.expectation = expectation;
		this.test = test;
		this.document = document;
	}

	static ValueSchema oneOf(String... values) {
		ObjectNode document = typed("string");
		List.of(values).forEach(document.putArray("enum")::add);
		return text("one of " + String.join(", ", values), List.of(values)::contains, document);
	}

	private static ValueSchema text(String expectation, Predicate<String> test, ObjectNode document) {
		return new ValueSchema(expectation, (value) -> value.isString() && test.test(value.stringValue()), document);
	}

	private static ValueSchema matching(String expectation, String pattern) {
		return text(expectation, Pattern.compile(pattern).asMatchPredicate(),
				typed("string").put("pattern", "^(" + pattern + ")$"));
	}

	private static ValueSchema within(int limit) {
		return new ValueSchema("number between -" + limit + " and " + limit,
				(value) -> value.isNumber() && Math.abs(value.doubleValue()) <= limit,
				typed("number").put("minimum", -limit).put("maximum", limit));
	}

	private static ObjectNode typed(String type) {
		return Json.object().put("type", type);
	}

	private static ObjectNode formatted(String format) {
		return typed("string").put("format", format);
	}

	private static boolean isUri(String text) {
		try {
			new URI(text);
			return true;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Clients write date-times in several forms, and some read one only.
	 */
	@Override
	public JsonNode written(JsonNode value) {
		Instant instant = (this == DATE_TIME && value.isString()) ? DateFormats.dateTime(value.stringValue()) : null;
		return (instant != null) ? StringNode.valueOf(DateFormats.write(instant)) : value;
	}

	@Override
	public void check(JsonNode value, String pointer, List<Violation> violations) {
		if (!this.test.test(value)) {
			violations.add(new Violation(pointer, "expected " + this.expectation));
		}
	}

	@Override
	public ObjectNode document() {
		return this.document.deepCopy();
	}

}
