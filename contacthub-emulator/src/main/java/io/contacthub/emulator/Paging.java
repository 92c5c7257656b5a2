package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a list that a request asks for.
 *
 * @param number index of the page
 * @param size number of elements of a page
 * @param order the order of the elements
 */
record Paging(int number, int size, SortOrder order) {

	private static final int DEFAULT_SIZE = 10;

	private static final int MAXIMUM_SIZE = 50;

	static Paging of(EmulatedRequest request, Guesses guesses) {
		return of(request, DEFAULT_SIZE, guesses);
	}

	/**
	 * Read the part that a request asks for.
	 * @param defaultSize number of elements of a page if the request does not say so
	 */
	static Paging of(EmulatedRequest request, int defaultSize, Guesses guesses) {
		List<Violation> violations = new ArrayList<>();
		int number = number(request.parameter("page"), 0, violations, "page");
		int size = number(request.parameter("size"), defaultSize, violations, "size");
		if (size > MAXIMUM_SIZE) {
			violations.add(new Violation("size", "must be less than or equal to " + MAXIMUM_SIZE));
		}
		if (!violations.isEmpty()) {
			throw RequestRejectedException.invalid("page is not valid", violations);
		}
		if (size == 0) {
			guesses.made(Guess.SIZE_ZERO);
		}
		return new Paging(number, (size == 0) ? defaultSize : size, SortOrder.of(request.parameters("sort")));
	}

	private static int number(@Nullable String text, int fallback, List<Violation> violations, String name) {
		if (text == null) {
			return fallback;
		}
		try {
			int number = Integer.parseInt(text);
			if (number >= 0) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// reported below
		}
		violations.add(new Violation(name, "must be a number of at least 0"));
		return fallback;
	}

	/**
	 * Cut the page out of all elements and put it in the envelope.
	 * @param elements all elements
	 * @param presentation makes the form to show of an element
	 */
	<T extends StoredDocument> ObjectNode envelope(List<T> elements, UnaryOperator<ObjectNode> presentation) {
		return sortedEnvelope(this.order.sort(elements), presentation);
	}

	/**
	 * Cut the page out of all elements and put it in the envelope.
	 * @param sorted all elements in the order that is asked for
	 * @param presentation makes the form to show of an element
	 */
	<T extends StoredDocument> ObjectNode sortedEnvelope(List<T> sorted, UnaryOperator<ObjectNode> presentation) {
		int from = (int) Math.min((long) this.number * this.size, sorted.size());
		int to = Math.min(from + this.size, sorted.size());
		return envelope(sorted.subList(from, to).stream().map(StoredDocument::document).map(presentation).toList(),
				this.number, this.size, sorted.size(), 0);
	}

	/**
	 * Cut the page out of all elements and put it in the envelope of lists that are not
	 * filtered.
	 * @param elements all elements
	 * @param presentation makes the form to show of an element
	 */
	<T extends StoredDocument> ObjectNode plainEnvelope(List<T> elements, UnaryOperator<ObjectNode> presentation) {
		ObjectNode envelope = envelope(elements, presentation);
		envelope.withObject("page").remove("totalUnfilteredElements");
		return envelope;
	}

	/**
	 * Put elements in the envelope of a page.
	 * @param elements the elements of the page
	 * @param number index of the page
	 * @param size number of elements of a page
	 * @param total number of all elements
	 * @param unfiltered what is told as the number of elements without a filter
	 */
	static ObjectNode envelope(List<ObjectNode> elements, int number, int size, int total, int unfiltered) {
		ObjectNode envelope = Json.object().set("elements", Json.arrayOf(elements));
		envelope.putObject("page")
			.put("size", size)
			.put("totalElements", total)
			.put("totalUnfilteredElements", unfiltered)
			.put("totalPages", (total + size - 1) / size)
			.put("number", number);
		return envelope;
	}

}
