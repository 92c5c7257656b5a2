package io.contacthub.benchmarks.emulator;

import java.util.List;

import io.contacthub.benchmarks.BenchmarkPlan;
import io.contacthub.benchmarks.Part;
import io.contacthub.benchmarks.Table;

/**
 * Part that measures the emulator.
 */
public final class EmulatorPart implements Part {

	@Override
	public String name() {
		return "emulator";
	}

	@Override
	public List<Table> run(BenchmarkPlan plan) throws Exception {
		LoadPlan load = plan.smoke() ? LoadPlan.SMOKE : LoadPlan.of(plan.optionsOf(name()));
		return List.of(new EmulatorLoad(load).run());
	}

}
