package io.contacthub.benchmarks.process;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/**
 * What a process has used up.
 */
final class Usage {

	private static final OperatingSystemMXBean SYSTEM = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	private final long time = System.nanoTime();

	private final long processor = SYSTEM.getProcessCpuTime();

	/**
	 * Return how many milliseconds have passed since this was made.
	 */
	double milliseconds() {
		return (System.nanoTime() - this.time) / 1e6;
	}

	/**
	 * Return how many milliseconds of all processors the process has taken since this was
	 * made.
	 */
	double processorMilliseconds() {
		return (SYSTEM.getProcessCpuTime() - this.processor) / 1e6;
	}

}
