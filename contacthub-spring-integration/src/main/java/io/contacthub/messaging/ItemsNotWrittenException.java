package io.contacthub.messaging;

import java.util.List;
import java.util.stream.Collectors;

import io.contacthub.bulk.BulkOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when some customers or events of one message were not written, after
 * all of them were tried. Its message names them by their places in the list. Its cause
 * is why no more could be tried, or else the first failure.
 */
public class ItemsNotWrittenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final int NAMED = 20;

	private final transient List<? extends BulkOutcome<?>> problems;

	ItemsNotWrittenException(String items, int given, int written, List<? extends BulkOutcome<?>> problems,
			@Nullable RuntimeException stop) {
		super(message(items, given, written, problems, stop), (stop != null) ? stop : problems.get(0).failure());
		this.problems = List.copyOf(problems);
	}

	private static String message(String items, int given, int written, List<? extends BulkOutcome<?>> problems,
			@Nullable RuntimeException stop) {
		String named = problems.stream()
			.limit(NAMED)
			.map((outcome) -> "; element " + outcome.position() + ": " + outcome.reason())
			.collect(Collectors.joining());
		int more = problems.size() - NAMED;
		return (given - written) + " of " + given + " " + items + " were not written"
				+ ((stop != null) ? "; " + stop.getMessage() : "") + named
				+ ((more > 0) ? "; and " + more + " more" : "");
	}

	/**
	 * Return what has become of those that were not written, as far as they were tried or
	 * taken. The items are those of the message, made customers or events.
	 * @return the outcomes in the order of the list; empty after serialization
	 */
	public List<? extends BulkOutcome<?>> problems() {
		return (this.problems != null) ? this.problems : List.of();
	}

}
