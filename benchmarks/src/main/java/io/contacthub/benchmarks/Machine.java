package io.contacthub.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Where the benchmarks run.
 */
final class Machine {

	private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

	private Machine() {
	}

	static String describe() {
		return LocalDate.now(Clock.systemUTC()) + ", " + Runtime.getRuntime().availableProcessors() + " processors ("
				+ processor() + "), JDK " + Runtime.version() + "\n";
	}

	private static String processor() {
		if (!Files.isReadable(PROCESSORS)) {
			return System.getProperty("os.arch", "unknown");
		}
		try (Stream<String> lines = Files.lines(PROCESSORS)) {
			return lines.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse("unknown");
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

}
