package io.contacthub.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * Benchmark that fails.
 */
public class FailingBenchmark {

	@Benchmark
	public void fail() {
		throw new IllegalStateException("It fails");
	}

}
