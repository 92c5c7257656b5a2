package io.contacthub.benchmarks.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.contacthub.benchmarks.Samples;

/**
 * What was measured in several rounds.
 */
final class Rounds {

	private final List<Map<String, Double>> rounds = new ArrayList<>();

	void add(Map<String, Double> round) {
		this.rounds.add(round);
	}

	/**
	 * Return the numbers of all rounds.
	 * @param name the name of the number
	 */
	Samples of(String name) {
		return new Samples(this.rounds.stream().map((round) -> Objects.requireNonNull(round.get(name), name)).toList());
	}

	static String number(Map<String, Double> round, String name) {
		return String.format(Locale.ROOT, "%.1f", Objects.requireNonNull(round.get(name), name));
	}

}
