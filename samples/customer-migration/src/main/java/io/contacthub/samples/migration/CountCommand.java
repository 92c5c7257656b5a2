package io.contacthub.samples.migration;

import java.util.concurrent.Callable;

import io.contacthub.event.EventFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Command that prints how many customers or events a node has.
 */
@Command(name = "count", description = "Print how many customers or events the node has.")
class CountCommand implements Callable<Integer> {

	@ParentCommand
	private MigrationCommand migration;

	@Mixin
	private NodeOptions node;

	@Mixin
	private QueryOptions customers;

	@Option(names = "--events", description = "Count events instead.")
	private boolean events;

	@Override
	public Integer call() {
		if (this.events && !this.customers.isEmpty()) {
			throw new MigrationException(ExitCode.USAGE,
					"--tag and --registered-… are for customers, not for --events.");
		}
		try (Connection connection = this.migration.connect(this.node)) {
			long count = this.events ? connection.events().count(EventFilter.ofNode())
					: connection.customers().count(this.customers.query());
			this.migration.console().out().println(count);
			return ExitCode.DONE.code();
		}
	}

}
