package io.contacthub.benchmarks;

import java.util.Map;

/**
 * A benchmark of JMH that has its turn in each round.
 *
 * @param operation what is done; contenders of one operation are compared
 * @param contender who does it
 * @param benchmark the class and the name of the method, with a dot between them
 * @param threads how many threads do it at the same time
 * @param parameters the parameters of the benchmark
 */
public record Turn(String operation, String contender, String benchmark, int threads, Map<String, String> parameters) {

	/**
	 * Copy the parameters, so that they do not change.
	 */
	public Turn {
		parameters = Map.copyOf(parameters);
	}

}
