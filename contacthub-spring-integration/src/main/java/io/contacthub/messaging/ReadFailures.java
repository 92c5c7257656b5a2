package io.contacthub.messaging;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.contacthub.client.PauseLengths;
import io.contacthub.client.PauseSettings;
import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.update.OffsetNotReachedException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Failures to read changes or to store an offset: each kind is logged once until it works
 * again, and there are pauses between the attempts.
 */
final class ReadFailures {

	private static final Log logger = LogFactory.getLog(UpdateMessageSource.class);

	private final Set<Class<?>> told = new HashSet<>();

	private int pauses;

	private long end;

	private volatile @Nullable RuntimeException present;

	private volatile boolean lasting;

	/**
	 * Take note of a failure that may pass.
	 */
	void add(RuntimeException failure, PauseSettings settings, long now) {
		Duration asked = PauseLengths.asked(failure);
		Duration pause = new PauseLengths(settings).length(this.pauses, asked);
		this.pauses++;
		pause(failure, pause, now);
		if (this.told.add(failure.getClass())) {
			logger.warn("Changes cannot be read at present, and are asked for again until they can: "
					+ failure.getMessage() + remedy(failure));
		}
	}

	/**
	 * Take note of an offset that the workspace has not reached, which is that of another
	 * one, or known to a node of ContactHub alone that has not answered.
	 */
	void addNotReached(OffsetNotReachedException failure, PauseSettings settings, long now, String key) {
		pause(failure, settings.maxInterval(), now);
		if (this.told.add(failure.getClass())) {
			logger.error("No change is read at present, since where to go on is not known: " + failure.getMessage()
					+ ". This is asked for again. If it stays so, correct or remove what is stored as " + key);
		}
	}

	private void pause(RuntimeException failure, Duration pause, long now) {
		this.end = now + pause.toNanos();
		this.present = failure;
	}

	private static String remedy(RuntimeException failure) {
		ApiError error = ContactHubFailure.in(failure).map(ContactHubFailure::apiError).orElse(null);
		return (error != null && (error.status() == 401 || error.status() == 403))
				? "; the token needs one of the scopes ADMIN, USER and PLATFORM_UPDATES, which that of a source has not"
				: "";
	}

	/**
	 * Take note of a failure that does not pass.
	 */
	void stop(RuntimeException failure, String message) {
		this.present = failure;
		this.lasting = true;
		logger.error(message);
	}

	/**
	 * Take note that it works.
	 */
	void end() {
		if (this.present != null) {
			logger.info("Changes can be read again");
		}
		clear();
	}

	void clear() {
		this.present = null;
		this.lasting = false;
		this.told.clear();
		this.pauses = 0;
		this.end = 0;
	}

	@Nullable Throwable present() {
		return this.present;
	}

	boolean isLasting() {
		return this.lasting;
	}

	/**
	 * Return whether nothing is read since it is not known where to go on.
	 */
	boolean isLost() {
		return this.lasting || this.present instanceof OffsetNotReachedException;
	}

	/**
	 * Return how long the pause is yet, in nanoseconds.
	 */
	long left(long now) {
		return (this.present != null) ? Math.max(0, this.end - now) : 0;
	}

	static Duration duration(long nanos) {
		return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(nanos + TimeUnit.MILLISECONDS.toNanos(1) - 1));
	}

}
