package io.contacthub.samples.migration;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How far a command is. Rows are counted by one thread, and asked for by another.
 */
final class Progress {

	private static final long WINDOW = Duration.ofSeconds(10).toNanos();

	private static final double SECOND = Duration.ofSeconds(1).toNanos();

	private final String verb;

	private final String unit;

	private final LongSupplier nanoTime;

	private final long start;

	private final LongAdder rows = new LongAdder();

	private final LongAdder problems = new LongAdder();

	private final Deque<Sample> samples = new ArrayDeque<>();

	private volatile DoubleSupplier share = () -> Double.NaN;

	private volatile BooleanSupplier pausing = () -> false;

	/**
	 * Begin.
	 * @param verb what is done, such as {@code import}
	 * @param unit what is counted, such as {@code rows}
	 * @param nanoTime the clock
	 */
	Progress(String verb, String unit, LongSupplier nanoTime) {
		this.verb = verb;
		this.unit = unit;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
	}

	/**
	 * Say what tells the share that is done, from 0 to 1, or {@code NaN} as long as it is
	 * not known.
	 */
	Progress withShare(DoubleSupplier share) {
		this.share = share;
		this.samples.add(new Sample(this.start, this.rows.sum(), share.getAsDouble()));
		return this;
	}

	/**
	 * Say what tells whether ContactHub has asked for patience.
	 */
	void pausesWhile(BooleanSupplier pausing) {
		this.pausing = pausing;
	}

	void row() {
		this.rows.increment();
	}

	void problem() {
		this.problems.increment();
	}

	long rows() {
		return this.rows.sum();
	}

	Duration elapsed() {
		return Duration.ofNanos(this.nanoTime.getAsLong() - this.start);
	}

	/**
	 * Return the rate since the beginning.
	 */
	double rate() {
		return this.rows.sum() * SECOND / Math.max(1, elapsed().toNanos());
	}

	/**
	 * Return a line of at most 79 characters; rate and time left are those of the last
	 * ten seconds.
	 */
	String line() {
		Sample now = new Sample(this.nanoTime.getAsLong(), this.rows.sum(), this.share.getAsDouble());
		Sample before = before(now);
		StringBuilder line = new StringBuilder(format("%s  %,d %s", this.verb, now.rows, this.unit));
		if (!Double.isNaN(now.share)) {
			line.append(format("  %d %%", (int) (100 * Math.min(1, now.share))));
		}
		double seconds = (now.nanos - before.nanos) / SECOND;
		line.append(format("  %,.0f/s", (seconds > 0) ? (now.rows - before.rows) / seconds : 0));
		if (this.problems.sum() > 0) {
			line.append(format("  refused %,d", this.problems.sum()));
		}
		if (this.pausing.getAsBoolean()) {
			line.append("  ContactHub asks for patience");
		}
		else if (now.share > before.share) {
			line.append("  left ").append(text(left(now, before, seconds)));
		}
		return line.toString();
	}

	private Sample before(Sample now) {
		while (this.samples.size() > 1 && now.nanos - this.samples.getFirst().nanos > WINDOW) {
			this.samples.removeFirst();
		}
		this.samples.addLast(now);
		return this.samples.getFirst();
	}

	private static Duration left(Sample now, Sample before, double seconds) {
		return Duration.ofSeconds(Math.round((1 - Math.min(1, now.share)) * seconds / (now.share - before.share)));
	}

	/**
	 * Return a duration as people write it, such as {@code 0:38} or {@code 2:00:01}.
	 */
	static String text(Duration duration) {
		return (duration.toHours() > 0)
				? format("%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart())
				: format("%d:%02d", duration.toMinutes(), duration.toSecondsPart());
	}

	/**
	 * Return a number as people write it, such as {@code 41,200}.
	 */
	static String number(long number) {
		return format("%,d", number);
	}

	/**
	 * Return a number of things, such as {@code 1 row}.
	 * @param number the number
	 * @param unit what they are called when they are several
	 */
	static String quantity(long number, String unit) {
		return number(number) + ' ' + ((number == 1) ? unit.substring(0, unit.length() - 1) : unit);
	}

	private static String format(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	private record Sample(long nanos, long rows, double share) {

	}

}
