package io.contacthub.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkRun;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkStoppedException;
import io.contacthub.bulk.BulkWriter;

/**
 * Delivery of what one message holds, in one run of a writer.
 */
final class BulkDelivery {

	/**
	 * A thread of a broker waits no longer than this for ContactHub: most brokers take a
	 * consumer for dead that has not asked for more within five minutes.
	 */
	static final BulkSettings DEFAULTS = BulkSettings.defaults().withPatience(Duration.ofMinutes(1));

	private BulkDelivery() {
	}

	/**
	 * Write a single item, and fail as its call does.
	 */
	static <T> void deliver(BulkWriter<T> writer, T item) {
		try (BulkRun<T> run = writer.write(List.of(item))) {
			for (BulkOutcome<T> outcome : run) {
				RuntimeException failure = outcome.failure();
				if (failure != null) {
					throw failure;
				}
			}
		}
		catch (BulkStoppedException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : ex;
		}
	}

	/**
	 * Write all items, and fail once when some were not written.
	 */
	static <T> void deliverAll(String items, BulkWriter<T> writer, List<T> list) {
		List<BulkOutcome<T>> problems = new ArrayList<>();
		int written = 0;
		RuntimeException stop = null;
		try (BulkRun<T> run = writer.write(list)) {
			for (BulkOutcome<T> outcome : run) {
				if (outcome.isProblem()) {
					problems.add(outcome);
				}
				else {
					written++;
				}
			}
		}
		catch (BulkStoppedException ex) {
			stop = ex;
		}
		if (stop != null || !problems.isEmpty()) {
			throw new ItemsNotWrittenException(items, list.size(), written, problems, stop);
		}
	}

}
