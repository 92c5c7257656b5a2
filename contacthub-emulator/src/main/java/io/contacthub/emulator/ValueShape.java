package io.contacthub.emulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * The shape of a single value.
 */
final class ValueShape implements Shape {

	static final ValueShape TEXT = new ValueShape("string", JsonNode::isString);

	static final ValueShape NUMBER = new ValueShape("number", JsonNode::isNumber);

	static final ValueShape AMOUNT = new ValueShape("number of at least 0",
			(value) -> value.isNumber() && value.decimalValue().signum() >= 0);

	static final ValueShape INTEGER = new ValueShape("integer", JsonNode::isIntegralNumber);

	static final ValueShape LATITUDE = new ValueShape("number between -90 and 90", (value) -> isWithin(value, 90));

	static final ValueShape LONGITUDE = new ValueShape("number between -180 and 180", (value) -> isWithin(value, 180));

	static final ValueShape FLAG = new ValueShape("boolean", JsonNode::isBoolean);

	static final ValueShape DATE = text("date", (text) -> DateTimes.date(text) != null);

	static final ValueShape DATE_TIME = text("date-time", (text) -> DateTimes.dateTime(text) != null);

	static final ValueShape EMAIL = matching("email", "[^@\\s]+@[^@\\s]+");

	static final ValueShape IPV4 = matching("ipv4",
			"(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

	static final ValueShape LOCALE = matching("locale", "[a-z]{2}(_([a-zA-Z]{2}){1,2})?_[A-Z]{2}");

	static final ValueShape NOT_EMPTY = text("string that is not empty", (text) -> !text.isEmpty());

	static final ValueShape TIMEZONE = text("time zone", (text) -> ZoneId.getAvailableZoneIds().contains(text));

	static final ValueShape ADDRESS = text("uri", ValueShape::isUri);

	static final ValueShape FREE_OBJECT = new ValueShape("object", JsonNode::isObject);

	static final ValueShape FREE_ARRAY = new ValueShape("array", JsonNode::isArray);

	private final String expectation;

	private final Predicate<JsonNode> test;

	private ValueShape(String expectation, Predicate<JsonNode> test) {
		this.expectation = expectation;
		this.test = test;
	}

	static ValueShape oneOf(String... values) {
		return text("one of " + String.join(", ", values), List.of(values)::contains);
	}

	private static ValueShape text(String expectation, Predicate<String> test) {
		return new ValueShape(expectation, (value) -> value.isString() && test.test(value.stringValue()));
	}

	private static ValueShape matching(String expectation, String pattern) {
		return text(expectation, Pattern.compile(pattern).asMatchPredicate());
	}

	private static boolean isWithin(JsonNode value, int limit) {
		return value.isNumber() && Math.abs(value.doubleValue()) <= limit;
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

	@Override
	public void check(JsonNode value, String pointer, List<Violation> violations) {
		if (!this.test.test(value)) {
			violations.add(new Violation(pointer, "expected " + this.expectation));
		}
	}

}
