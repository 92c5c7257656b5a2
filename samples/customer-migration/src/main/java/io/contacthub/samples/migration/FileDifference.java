package io.contacthub.samples.migration;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.contacthub.bulk.BulkRead;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.format.DocumentFormat;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.Row;
import io.contacthub.query.Query;

/**
 * What differs between the customers of a file and those of a node. The file is read
 * twice and the node once; of each row a few bytes are remembered.
 */
final class FileDifference {

	private final MigrationCommand migration;

	private final DocumentFormat<Customer> format;

	private final Path file;

	private final CustomerKey key;

	private final Details details;

	private final KeyTable rows = new KeyTable();

	/**
	 * The contents that the node has for rows that differ, by the lines of the rows.
	 */
	private final Map<Long, Content> differing = new HashMap<>();

	private List<String> columns = List.of();

	private long missing;

	private long additional;

	private long different;

	private long incomparable;

	private boolean stopped;

	FileDifference(MigrationCommand migration, DocumentFormat<Customer> format, Path file, CustomerKey key,
			Details details) {
		this.migration = migration;
		this.format = format;
		this.file = file;
		this.key = key;
		this.details = details;
	}

	/**
	 * Print what differs.
	 * @return the exit code
	 */
	int print(CustomerRepository customers, Query query, ProgressDisplay.Mode mode) {
		readFile();
		if (this.stopped) {
			return stopped();
		}
		Progress progress = new Progress("diff", "customers", System::nanoTime);
		try (BulkRead<Customer> read = customers.read(query, null, null);
				ProgressDisplay display = new ProgressDisplay(this.migration.console(), progress, mode)) {
			display.start();
			progress.withShare(() -> read.progress().remaining().isPresent()
					? progress.rows() / Math.max(1.0, progress.rows() + read.progress().remaining().getAsLong())
					: Double.NaN);
			for (Customer customer : read) {
				if (isStopped()) {
					break;
				}
				compare(customer, display);
				progress.row();
			}
		}
		if (!this.stopped) {
			describeRows();
		}
		if (this.stopped) {
			return stopped();
		}
		this.migration.console().say(summary(progress));
		return ((this.missing + this.additional + this.different + this.incomparable > 0) ? ExitCode.PROBLEMS
				: ExitCode.DONE)
			.code();
	}

	private boolean isStopped() {
		this.stopped = this.migration.interruption().isRequested();
		return this.stopped;
	}

	private int stopped() {
		this.migration.console().say("Stopped: not all was compared.");
		return ExitCode.INTERRUPTED.code();
	}

	private void readFile() {
		try (DocumentReader<Customer> reader = this.format.reader(this.file)) {
			this.columns = reader.columns();
			while (reader.hasNext() && !isStopped()) {
				Row<Customer> row = reader.next();
				String value = row.isRefused() ? null : this.key.of(row.value());
				if (value == null) {
					skip(row);
				}
				else if (!this.rows.add(Content.hash(value), content(row.value()).hash(), row.line())) {
					tell("line " + row.line() + ": " + this.key.path() + " '" + value
							+ "' is in an earlier line already");
				}
			}
		}
	}

	private void skip(Row<Customer> row) {
		tell("line " + row.line() + ": " + (row.isRefused() ? row.refusal() : "has no " + this.key.path()));
	}

	private void tell(String reason) {
		this.incomparable++;
		this.migration.console().say(reason);
	}

	private Content content(Customer customer) {
		return Content.of(customer).within(this.columns);
	}

	private void compare(Customer customer, ProgressDisplay display) {
		String value = this.key.of(customer);
		int place = (value != null) ? this.rows.find(Content.hash(value)) : -1;
		if (place < 0) {
			this.additional++;
			print("+ " + ((value != null) ? value : "id " + customer.id()), display);
			return;
		}
		if (this.rows.isSeen(place)) {
			this.additional++;
			print("+ " + value + ", id " + customer.id() + ": one more of this " + this.key.path(), display);
			return;
		}
		this.rows.see(place);
		Content content = content(customer);
		if (content.hash() != this.rows.content(place)) {
			this.different++;
			if (this.differing.size() < this.details.limit()) {
				this.differing.put(this.rows.line(place), content);
			}
			else {
				print("~ " + value + " (line " + this.rows.line(place) + ")", display);
			}
		}
	}

	private void print(String line, ProgressDisplay display) {
		display.wipe();
		output().println(line);
	}

	private PrintStream output() {
		return this.migration.console().out();
	}

	/**
	 * Tell what can be told only with the rows at hand.
	 */
	private void describeRows() {
		try (DocumentReader<Customer> reader = this.format.reader(this.file)) {
			while (reader.hasNext() && !isStopped()) {
				Row<Customer> row = reader.next();
				String value = row.isRefused() ? null : this.key.of(row.value());
				int place = (value != null) ? this.rows.find(Content.hash(value)) : -1;
				if (place >= 0 && this.rows.line(place) == row.line()) {
					describe(row, value, this.rows.isSeen(place));
				}
			}
		}
	}

	private void describe(Row<Customer> row, String value, boolean there) {
		if (!there) {
			this.missing++;
			output().println("- " + value + " (line " + row.line() + ")");
			return;
		}
		Content onNode = this.differing.get(row.line());
		if (onNode != null) {
			Content inFile = content(row.value());
			output().println("~ " + value + " (line " + row.line() + "): "
					+ inFile.differences(onNode)
						.stream()
						.map((path) -> this.details.values()
								? path + ' ' + inFile.values().get(path) + " -> " + onNode.values().get(path) : path)
						.collect(Collectors.joining(", ")));
		}
	}

	private String summary(Progress progress) {
		String compared = this.file.getFileName() + " has " + Progress.quantity(this.rows.size(), "customers")
				+ ", the node " + Progress.number(progress.rows()) + ": ";
		long differences = this.missing + this.additional + this.different;
		String unread = (this.incomparable > 0)
				? " " + Progress.quantity(this.incomparable, "rows") + " cannot be compared." : "";
		return compared
				+ ((differences > 0)
						? Progress.number(this.missing) + " only in the file, " + Progress.number(this.additional)
								+ " only on the node, " + Progress.number(this.different) + " differ."
						: "no differences.")
				+ unread;
	}

	/**
	 * How much is told of what differs.
	 *
	 * @param limit for how many customers the members that differ are told
	 * @param values whether with their values
	 */
	record Details(int limit, boolean values) {

	}

}
