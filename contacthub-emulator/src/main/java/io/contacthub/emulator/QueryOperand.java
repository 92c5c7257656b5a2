package io.contacthub.emulator;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of a condition, read once for all documents that it is compared with. Dates and
 * date-times compare as moments in whatever form they are written, epoch milliseconds
 * included, and numbers written as text compare as numbers.
 */
final class QueryOperand {

	private final String text;

	private final boolean isNumber;

	private final @Nullable BigDecimal number;

	private final @Nullable Instant moment;

	QueryOperand(JsonNode value) {
		this.text = value.asString();
		this.isNumber = value.isNumber();
		this.number = number(value);
		this.moment = moment(value);
	}

	/**
	 * Return the text if the value is one that only equal texts are equal to.
	 */
	@Nullable String plainText() {
		return (this.isNumber || this.number != null || this.moment != null) ? null : this.text;
	}

	/**
	 * Compare a single value with this one.
	 * @param value the value
	 * @return a number as of a comparator, null if the values have no order
	 */
	@Nullable Integer compare(JsonNode value) {
		if (value.isContainer()) {
			return null;
		}
		if (this.number != null && (this.isNumber || value.isNumber())) {
			BigDecimal number = number(value);
			if (number != null) {
				return number.compareTo(this.number);
			}
		}
		if (this.moment != null) {
			Instant moment = moment(value);
			if (moment != null) {
				return moment.compareTo(this.moment);
			}
		}
		return (this.isNumber || value.isNumber()) ? null : value.asString().compareTo(this.text);
	}

	boolean isEqual(JsonNode value) {
		Integer order = compare(value);
		return order != null && order == 0;
	}

	private static @Nullable BigDecimal number(JsonNode value) {
		if (value.isNumber()) {
			return value.decimalValue();
		}
		if (!value.isString() || !looksLikeNumber(value.stringValue())) {
			return null;
		}
		try {
			return new BigDecimal(value.stringValue());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static boolean looksLikeNumber(String text) {
		boolean hasDigit = false;
		for (int index = 0; index < text.length(); index++) {
			char letter = text.charAt(index);
			boolean isDigit = Character.isDigit(letter);
			if (!isDigit && "+-.eE".indexOf(letter) < 0) {
				return false;
			}
			hasDigit |= isDigit;
		}
		return hasDigit;
	}

	private static @Nullable Instant moment(JsonNode value) {
		if (value.isIntegralNumber() && value.canConvertToLong()) {
			return Instant.ofEpochMilli(value.longValue());
		}
		return value.isString() ? DateFormats.moment(value.stringValue()) : null;
	}

}
