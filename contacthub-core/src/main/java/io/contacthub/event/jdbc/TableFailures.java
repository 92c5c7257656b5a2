package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The failures of the table in a row, of which the first is told, and the pauses after
 * them.
 */
final class TableFailures {

	private static final Log logger = LogFactory.getLog(JdbcEventPublisher.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private final Duration longestPause;

	private int count;

	TableFailures(JdbcEventPublisherSettings settings) {
		// in which neither what comes nor what is sent has to wait for long
		this.longestPause = Stream.of(LONGEST_PAUSE, settings.pollInterval(), settings.lease().dividedBy(10))
			.min(Comparator.naturalOrder())
			.orElseThrow();
	}

	/**
	 * Take note of a failure.
	 * @return how long to wait before it is tried again: not at all after the first one,
	 * which may concern one transaction alone, then longer each time
	 */
	Duration add(Throwable failure) {
		if (this.count == 0) {
			logger.warn("The table of events does not answer: it is tried again, at least every "
					+ this.longestPause.toMillis() + " ms. The failure: " + DatabaseFailure.describe(failure));
		}
		else if (logger.isDebugEnabled()) {
			logger.debug("The table of events still does not answer: " + DatabaseFailure.describe(failure));
		}
		this.count++;
		if (this.count == 1) {
			return Duration.ZERO;
		}
		Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(this.count - 2, 10));
		return (pause.compareTo(this.longestPause) < 0) ? pause : this.longestPause;
	}

	/**
	 * Take note that the table answers.
	 */
	void end() {
		if (this.count > 0) {
			this.count = 0;
			logger.info("The table of events answers again");
		}
	}

}
