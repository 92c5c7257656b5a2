package io.contacthub.emulator;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Source of what is made up about one customer. It depends on a seed and the number of
 * the customer only, by algorithms that are the same on every Java.
 */
final class Dice {

	private static final long STEP = 0x9E3779B97F4A7C15L;

	private final long start;

	private final Random random;

	private int ids;

	Dice(long seed, long number) {
		this.start = mix(seed ^ mix(number * STEP));
		this.random = new Random(this.start);
	}

	/**
	 * Return a number that looks unlike the given one, and different ones for different
	 * ones: the last step of SplitMix64.
	 */
	private static long mix(long number) {
		long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
	}

	/**
	 * Return the next id, which no other customer gets.
	 */
	String id() {
		this.ids++;
		long last = mix(this.start + this.ids * STEP);
		return new UUID(this.start & ~0xF000L | 0x4000L, last & ~(3L << 62) | 2L << 62).toString();
	}

	boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	/**
	 * Return a number between two, both included.
	 */
	int between(int least, int most) {
		return least + this.random.nextInt(most - least + 1);
	}

	<T> T pick(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/**
	 * Return a text in which each {@code #} is a digit.
	 */
	String digits(String pattern) {
		StringBuilder text = new StringBuilder(pattern);
		for (int index = 0; index < text.length(); index++) {
			if (text.charAt(index) == '#') {
				text.setCharAt(index, (char) ('0' + this.random.nextInt(10)));
			}
		}
		return text.toString();
	}

}
