package io.contacthub.samples.migration;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.contacthub.customer.Customer;
import io.contacthub.format.Blanks;
import io.contacthub.format.DocumentFormat;
import io.contacthub.format.UnreadableFileException;
import io.contacthub.query.Field;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Command that compares the customers of a file with those of a node.
 */
@Command(name = "diff", sortOptions = false, abbreviateSynopsis = true,
		description = "Compare the customers of a file with those of the node: - is in the file only, + on the node only, "
				+ "~ differs. What ContactHub sets itself is not compared, and of CSV only its columns. "
				+ "ContactHub's lists show a change after about 30 seconds.")
class DiffCommand implements Callable<Integer> {

	@ParentCommand
	private MigrationCommand migration;

	@Parameters(paramLabel = "<file>", description = "CSV (.csv, .tsv) or JSON Lines (.jsonl, .ndjson), also with .gz.")
	private Path file;

	@Mixin
	private FileOptions format;

	@Option(names = "--values", description = "Show the values that differ, which are personal data.")
	private boolean values;

	@Option(names = "--limit", paramLabel = "<number>", defaultValue = "1000",
			description = "For how many customers to tell what differs (default: 1000).")
	private int limit;

	@Mixin
	private QueryOptions query;

	@Mixin
	private ProgressOptions progress;

	@Mixin
	private NodeOptions node;

	@Override
	public Integer call() {
		try {
			return compare();
		}
		catch (UnreadableFileException ex) {
			throw this.format.advised(ex, this.file);
		}
	}

	private int compare() {
		DocumentFormat<Customer> documents = this.format.customers(this.file, Blanks.ABSENT);
		Optional<Field<?>> key = this.format.key(documents, this.file);
		if (key.isEmpty()) {
			throw new MigrationException(ExitCode.USAGE,
					"Customers are compared by a key: say by --key which field it is, such as externalId.");
		}
		FileDifference difference = new FileDifference(this.migration, documents, this.file, CustomerKey.of(key.get()),
				new FileDifference.Details(this.limit, this.values));
		try (Connection connection = this.migration.connect(this.node)) {
			return difference.print(connection.customers(), this.query.query(), this.progress.mode());
		}
	}

}
