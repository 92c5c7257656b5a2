package io.contacthub.benchmarks.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.contacthub.benchmarks.BenchmarkPlan;
import io.contacthub.benchmarks.Cost;
import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.Part;
import io.contacthub.benchmarks.Table;
import io.contacthub.benchmarks.Turn;
import io.contacthub.benchmarks.Turns;
import io.contacthub.benchmarks.server.StubProcess;
import org.jspecify.annotations.Nullable;

/**
 * Part that measures what the library adds to a successful call of Spring's client.
 */
public final class LayersPart implements Part {

	private static final String OPERATION = "customer";

	@Override
	public String name() {
		return "layers";
	}

	@Override
	public List<Table> run(BenchmarkPlan plan) throws Exception {
		try (StubProcess stub = StubProcess.start(Duration.ZERO, 10 * Documents.PAGE_SIZE)) {
			List<Turn> turns = new ArrayList<>();
			for (String layers : List.of("spring", "client", "spring-observed", "client-observed")) {
				turns.add(new Turn(OPERATION, layers, LayerBenchmark.class.getName() + ".customer", 1,
						Map.of("layers", layers)));
			}
			turns.add(new Turn(OPERATION, "whole", CallBenchmark.class.getName() + ".customer", 1, Map.of("contender",
					"ours", "baseUrl", stub.baseUrl(), "secondsAlone", plan.smoke() ? "0" : CallPart.ALONE)));
			return List.of(table(new Turns(plan).run(turns).values().stream().toList()));
		}
	}

	private static Table table(List<Cost> costs) {
		Cost spring = costs.get(0);
		Cost client = costs.get(1);
		Cost springObserved = costs.get(2);
		Cost clientObserved = costs.get(3);
		Cost whole = costs.get(4);
		List<List<String>> rows = new ArrayList<>();
		rows.add(row("Spring's client alone, from memory", spring, null, whole));
		rows.add(row("the library adds: repetition, translation, pinning, bounds", client, spring, whole));
		rows.add(row("with metrics it adds to Spring's client", clientObserved, spring, whole));
		rows.add(row("with metrics it adds to Spring's client with metrics", clientObserved, springObserved, whole));
		rows.add(row("a whole call over HTTP", whole, null, whole));
		return new Table("What the library adds to a successful call",
				List.of("what", "ns of the processors", "of a whole call", "bytes allocated", "of a whole call"), rows);
	}

	private static List<String> row(String what, Cost cost, @Nullable Cost without, Cost whole) {
		double time = cost.processor().median() - ((without != null) ? without.processor().median() : 0);
		double memory = cost.memory().median() - ((without != null) ? without.memory().median() : 0);
		return List.of(what, number(time * 1000, "%.0f"), number(100 * time / whole.processor().median(), "%.1f %%"),
				number(memory * 1024, "%.0f"), number(100 * memory / whole.memory().median(), "%.1f %%"));
	}

	private static String number(double value, String format) {
		return String.format(Locale.ROOT, format, value);
	}

}
