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

	@Override
	public String name() {
		return "call";
	}

	@Override
	public List<Table> run(BenchmarkPlan plan) throws Exception {
		try (StubProcess stub = StubProcess.start(Duration.ZERO, 10 * Documents.PAGE_SIZE)) {
			List<Turn> turns = new ArrayList<>();
			CONTENDERS.forEach((contender) -> turns.add(turn(stub, "customer", contender, 1)));
			turns.add(turn(stub, "customer", "restclient-jdk", 1));
			CONTENDERS.forEach((contender) -> turns.add(turn(stub, "customer", contender, 32)));
			turns.add(turn(stub, "customer", "restclient-jdk", 32));
			CONTENDERS.forEach((contender) -> turns.add(turn(stub, "event", contender, 1)));
			CONTENDERS.forEach((contender) -> turns.add(turn(stub, "event", contender, 32)));
			CONTENDERS.forEach((contender) -> turns.add(turn(stub, "page", contender, 1)));
			Table calls = Turns.compare("Calls", new Turns(plan).run(turns));
			return List.of(calls, StubCeiling.measure(stub, plan));
		}
	}

	private static Turn turn(StubProcess stub, String method, String contender, int threads) {
		return new Turn(method + ", " + threads + ((threads == 1) ? " thread" : " threads"), contender,
				CallBenchmark.class.getName() + "." + method, threads,
				Map.of("contender", contender, "baseUrl", stub.baseUrl()));
	}

}
