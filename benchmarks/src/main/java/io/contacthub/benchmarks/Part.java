package io.contacthub.benchmarks;

import java.util.List;

/**
 * A part of the benchmarks, which is named on the command line. Parts are found by
 * {@link java.util.ServiceLoader}, and run in the order of its file.
 */
public interface Part {

	/**
	 * Return the name.
	 * @return a word in lower case
	 */
	String name();

	/**
	 * Measure, and fail when anything of it fails.
	 * @param plan how much is to be measured
	 * @return what was found
	 * @throws Exception if anything cannot be measured
	 */
	List<Table> run(BenchmarkPlan plan) throws Exception;

}
