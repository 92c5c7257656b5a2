package io.contacthub.samples.desk.overview;

import java.time.Duration;
import java.util.List;

import io.contacthub.emulator.EmulatorSwitches;
import io.contacthub.samples.desk.DeskPage;

/**
 * The overview and its states, whose layout is looked at.
 */
public final class OverviewPages {

	private OverviewPages() {
	}

	/**
	 * Returns the pages.
	 */
	public static List<DeskPage> all() {
		return List.of(page("overview", EmulatorSwitches.off(), "/overview?complete=true"),
				page("overview outage", EmulatorSwitches.off().withFailureRate(1), "/overview?complete=true"),
				page("overview slow", EmulatorSwitches.off().withLatency(Duration.ofSeconds(2)), "/overview"));
	}

	private static DeskPage page(String name, EmulatorSwitches switches, String path) {
		return new DeskPage(name, "editor", (visit) -> {
			visit.emulator().switches(switches);
			visit.chromium().open(path);
		});
	}

}
