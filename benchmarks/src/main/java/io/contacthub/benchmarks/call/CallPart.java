package io.contacthub.benchmarks.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.contacthub.benchmarks.BenchmarkPlan;
import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.Part;
import io.contacthub.benchmarks.Table;
import io.contacthub.benchmarks.Turn;
import io.contacthub.benchmarks.Turns;
import io.contacthub.benchmarks.server.StubCeiling;
import io.contacthub.benchmarks.server.StubProcess;

/**
 * Part that measures single calls over HTTP.
 */
public final class CallPart implements Part {

	private static final List<String> CONTENDERS = List.of("ours", "restclient", "apache", "unirest");

	/** With the slowest by far, which does not lengthen the rest. */
	private static final List<String> EVERYBODY = List.of("ours", "restclient", "apache", "unirest", "restclient-jdk");

	/** The seconds after which no contender gets faster any more. */
	static final String ALONE = "10";

	@Override
	public String name() {
		return "call";
	}

	@Override
	public List<Table> run(BenchmarkPlan plan) throws Exception {
		try (StubProcess stub = StubProcess.start(Duration.ZERO, 10 * Documents.PAGE_SIZE)) {
			List<Turn> turns = new ArrayList<>();
			// a test is over sooner with one thread, and a few pages keep the machine
			// busy
			List<Integer> threads = plan.smoke() ? List.of(1) : List.of(1, 32);
			threads.forEach(
					(number) -> EVERYBODY.forEach((client) -> turns.add(turn(plan, stub, "customer", client, number))));
			threads.forEach(
					(number) -> CONTENDERS.forEach((client) -> turns.add(turn(plan, stub, "event", client, number))));
			CONTENDERS.forEach((client) -> turns.add(turn(plan, stub, "page", client, 1)));
			Table calls = Turns.compare("Calls", new Turns(plan).run(turns));
			return List.of(calls, StubCeiling.measure(stub, plan));
		}
	}

	private static Turn turn(BenchmarkPlan plan, StubProcess stub, String method, String contender, int threads) {
		return new Turn(method + ", " + threads + ((threads == 1) ? " thread" : " threads"), contender,
				CallBenchmark.class.getName() + "." + method, threads,
				Map.of("contender", contender, "baseUrl", stub.baseUrl(), "secondsAlone", plan.smoke() ? "0" : ALONE));
	}

}
