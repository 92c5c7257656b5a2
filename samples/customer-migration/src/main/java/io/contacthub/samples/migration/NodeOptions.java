package io.contacthub.samples.migration;

import picocli.CommandLine.Option;

/**
 * Options that say which node is meant.
 */
class NodeOptions {

	@Option(names = "--node", paramLabel = "<name>",
			description = "One of contacthub.nodes, or a workspace of contacthub.workspaces (default: contacthub.node-id).")
	private String name;

	String name() {
		return this.name;
	}

}
