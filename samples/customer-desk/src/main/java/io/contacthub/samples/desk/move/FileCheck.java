package io.contacthub.samples.desk.move;

import java.util.List;

/**
 * What a file holds, before anything of it is sent.
 *
 * @param file the file, with a field for each of its columns
 * @param columns what the columns are read as; none for JSON Lines
 * @param fields the paths of the fields that the first rows have
 * @param rows how many rows there are
 * @param refused how many of them are no customers
 * @param first the first rows, each with a text for each field
 * @param problems the first of the rows that are no customers
 * @param unclear a day that can be meant in two ways, {@code null} when there is none
 * @param fault why it cannot be imported as it is, {@code null} when it can
 */
record FileCheck(CustomerFile file, List<ColumnChoice> columns, List<String> fields, long rows, long refused,
		List<FirstRow> first, List<RowProblem> problems, String unclear, FileFault fault) {

	static FileCheck failed(CustomerFile file, List<ColumnChoice> columns, FileFault fault) {
		return new FileCheck(file, columns, List.of(), 0, 0, List.of(), List.of(), null, fault);
	}

	/**
	 * One of the first rows.
	 *
	 * @param line its line in the file
	 * @param values its texts
	 */
	record FirstRow(long line, List<String> values) {

	}

}
