package io.contacthub.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was found, as it is printed.
 *
 * @param title what the table shows
 * @param columns the titles of the columns
 * @param rows the rows, each with a cell for each column
 */
public record Table(String title, List<String> columns, List<List<String>> rows) {

	/**
	 * Refuse rows that do not fit.
	 */
	public Table {
		columns = List.copyOf(columns);
		rows = rows.stream().map(List::copyOf).toList();
		for (List<String> row : rows) {
			if (row.size() != columns.size()) {
				throw new IllegalArgumentException("The row " + row + " does not fit the columns " + columns);
			}
		}
	}

	/**
	 * Return the table in Markdown.
	 * @return lines that end with a line feed
	 */
	public String markdown() {
		StringBuilder text = new StringBuilder("### " + this.title + "\n\n");
		text.append(line(this.columns)).append(line(this.columns.stream().map((column) -> "---").toList()));
		this.rows.forEach((row) -> text.append(line(row)));
		return text.append('\n').toString();
	}

	private static String line(List<String> cells) {
		return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
	}

}
