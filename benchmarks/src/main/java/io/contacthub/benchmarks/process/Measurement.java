package io.contacthub.benchmarks.process;

import java.util.List;
import java.util.Map;

/**
 * What is measured in a process of its own.
 */
interface Measurement {

	/**
	 * Measure.
	 * @param arguments what is measured, for how long
	 * @return numbers by their names
	 * @throws Exception if it cannot be measured
	 */
	Map<String, Double> run(List<String> arguments) throws Exception;

}
