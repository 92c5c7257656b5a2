package io.contacthub.samples.migration;

import picocli.CommandLine.Option;

/**
 * Option that says how progress is shown.
 */
class ProgressOptions {

	@Option(names = "--progress", paramLabel = "<how>", defaultValue = "auto",
			description = "auto, line, plain or off (default: auto).")
	private ProgressDisplay.Mode mode;

	ProgressDisplay.Mode mode() {
		return this.mode;
	}

}
