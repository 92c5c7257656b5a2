package io.contacthub.emulator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collector of what is wrong with documents, which gives up after the first few faults.
 */
final class SeedFaults {

	private static final int SHOWN = 5;

	private static final int SHOWN_CHARACTERS = 60;

	private final StringBuilder message = new StringBuilder();

	private @Nullable String place;

	private int number;

	/**
	 * Add a fault.
	 * @param place where it is, such as {@code line 3}
	 * @param fault what is wrong there
	 * @throws IllegalArgumentException if there are enough of them
	 */
	void add(String place, String fault) {
		this.message.append((this.number > 0) ? "; " : "");
		if (!place.equals(this.place)) {
			this.message.append(place).append(": ");
		}
		this.message.append(fault);
		this.place = place;
		this.number++;
		if (this.number == SHOWN) {
			throwIfAny();
		}
	}

	void add(SeedDocument document, List<Violation> violations) {
		for (Violation violation : violations) {
			String path = violation.path().isEmpty() ? "" : violation.path() + " ";
			add(document.place(), path + violation.message() + shown(document.members(), violation));
		}
	}

	private static String shown(ObjectNode document, Violation violation) {
		JsonNode value = violation.path().isEmpty() ? document : document.at(violation.path());
		return (violation.message().startsWith("expected ")) ? ", was " + shortened(value.toString()) : "";
	}

	/**
	 * Return the beginning of a text that may be long.
	 */
	static String shortened(String text) {
		if (text.length() <= SHOWN_CHARACTERS) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(SHOWN_CHARACTERS - 1)) ? SHOWN_CHARACTERS - 1
				: SHOWN_CHARACTERS;
		return text.substring(0, end) + "…";
	}

	void throwIfAny() {
		if (this.number > 0) {
			throw new IllegalArgumentException(this.message.toString());
		}
	}

}
