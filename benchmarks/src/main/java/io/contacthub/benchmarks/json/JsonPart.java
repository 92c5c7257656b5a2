package io.contacthub.benchmarks.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.contacthub.benchmarks.BenchmarkPlan;
import io.contacthub.benchmarks.Part;
import io.contacthub.benchmarks.Table;
import io.contacthub.benchmarks.Turn;
import io.contacthub.benchmarks.Turns;

/**
 * Part that measures how documents are read and written.
 */
public final class JsonPart implements Part {

	@Override
	public String name() {
		return "json";
	}

	@Override
	public List<Table> run(BenchmarkPlan plan) throws Exception {
		List<Turn> turns = new ArrayList<>();
		for (String method : List.of("read", "write")) {
			for (String document : List.of("customer", "page", "event")) {
				for (String contender : List.of("ours", "records")) {
					turns.add(new Turn(method + " " + document, contender, JsonBenchmark.class.getName() + "." + method,
							1, Map.of("contender", contender, "document", document)));
				}
			}
		}
		return List.of(Turns.compare("JSON", new Turns(plan).run(turns)));
	}

}
