package io.contacthub.samples.desk;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Time that something takes where nothing holds it up. It is done in rounds, of which the
 * median counts. The first one that is fast enough settles the matter, since a busy
 * machine makes rounds longer and none shorter; one that is too slow says something only
 * when the machine was free.
 */
final class QuietTime {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int ROUNDS = 3;

	private static final int TIMES = 5;

	private QuietTime() {
	}

	/**
	 * Return the shortest median, or empty when the machine was busy all the time.
	 * @param work what is done
	 * @param enough the time below which no further round is needed
	 */
	static Optional<Duration> of(Runnable work, Duration enough) {
		long start = System.nanoTime();
		List<Duration> quiet = new ArrayList<>();
		while (quiet.size() < ROUNDS && System.nanoTime() - start < PATIENCE.toNanos()) {
			Duration median = median(work);
			if (median.compareTo(enough) < 0) {
				return Optional.of(median);
			}
			if (isFree()) {
				quiet.add(median);
			}
		}
		return quiet.stream().filter((median) -> quiet.size() == ROUNDS).min(Comparator.naturalOrder());
	}

	/**
	 * Return the median of one round.
	 */
	static Duration median(Runnable work) {
		return Stream.generate(() -> time(work)).limit(TIMES).sorted().skip(TIMES / 2).findFirst().orElseThrow();
	}

	private static Duration time(Runnable work) {
		long start = System.nanoTime();
		work.run();
		return Duration.ofNanos(System.nanoTime() - start);
	}

	/**
	 * Return whether a thread that has something to do may do it: that its own time is
	 * about that of the clock.
	 */
	private static boolean isFree() {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long own = Duration.ofMillis(50).toNanos();
		Duration taken = time(() -> {
			long start = threads.getCurrentThreadCpuTime();
			while (threads.getCurrentThreadCpuTime() - start < own) {
				Thread.onSpinWait();
			}
		});
		return taken.toNanos() < own * 3 / 2;
	}

}
