package io.contacthub.samples.desk.move;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.contacthub.customer.Customer;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.Row;
import io.contacthub.format.UnreadableFileException;
import io.contacthub.json.ContactHubJson;

import org.springframework.stereotype.Component;

/**
 * Checks of files before they are imported: each is read once from the beginning to the
 * end, and nothing is sent.
 */
@Component
class FileChecks {

	private static final int SHOWN_ROWS = 5;

	static final int SHOWN_PROBLEMS = 100;

	private final ColumnHeadings headings;

	FileChecks(ColumnHeadings headings) {
		this.headings = headings;
	}

	/**
	 * Check a file of which nobody has said how it is read. When some of it is not in
	 * UTF-8, it is of an older program.
	 */
	FileCheck checkNew(CustomerFile file) {
		FileCheck check = check(file);
		if (!file.type().hasColumns() || (check.fault() == null && check.refused() == 0)) {
			return check;
		}
		FileCheck other = check(file.with(file.options().with(ReadingOptions.WINDOWS)));
		boolean better = other.fault() == null && (check.fault() != null || other.refused() < check.refused());
		return better ? other : check;
	}

	FileCheck check(CustomerFile uploaded) {
		CustomerFile file = uploaded.type().hasColumns() ? uploaded.fitted(this.headings) : uploaded;
		List<ColumnChoice> columns = new ArrayList<>();
		file.options().columns().forEach((heading, field) -> columns.add(new ColumnChoice(heading, field)));
		DayGuess guess = new DayGuess();
		boolean told = file.options().days() != null;
		try (DocumentReader<Customer> rows = told ? file.reader() : file.reader(guess::look)) {
			List<String> unnamed = new ArrayList<>(rows.columns());
			unnamed.removeAll(file.options().columns().values());
			columns.addAll(0, unnamed.stream().map((field) -> new ColumnChoice(field, field)).toList());
			FileCheck check = read(file, columns, rows, guess);
			return (guess.order() == DayOrder.YEAR) ? check : check(file.with(file.options().with(guess.order())));
		}
		catch (UnreadableFileException ex) {
			return FileCheck.failed(file, columns, FileFault.of(ex));
		}
	}

	private static FileCheck read(CustomerFile file, List<ColumnChoice> columns, DocumentReader<Customer> rows,
			DayGuess guess) {
		long count = 0;
		long refused = 0;
		List<Row<Customer>> first = new ArrayList<>();
		List<RowProblem> problems = new ArrayList<>();
		while (rows.hasNext()) {
			Row<Customer> row = rows.next();
			count++;
			if (row.isRefused()) {
				refused++;
				if (problems.size() < SHOWN_PROBLEMS) {
					problems.add(RowProblem.of(row));
				}
			}
			else if (first.size() < SHOWN_ROWS) {
				first.add(row);
			}
		}
		List<String> fields = rows.columns().isEmpty() ? fields(first) : rows.columns();
		return new FileCheck(file, columns, fields, count, refused, shown(first, fields), problems, guess.unclear(),
				(count == 0) ? FileFault.NO_ROWS : null);
	}

	private static List<String> fields(List<Row<Customer>> rows) {
		return CustomerColumns.WRITTEN.stream()
			.filter((field) -> rows.stream().anyMatch((row) -> !text(row, field).isEmpty()))
			.toList();
	}

	private static List<FileCheck.FirstRow> shown(List<Row<Customer>> rows, List<String> fields) {
		return rows.stream()
			.map((row) -> new FileCheck.FirstRow(row.line(), fields.stream().map((field) -> text(row, field)).toList()))
			.toList();
	}

	private static String text(Row<Customer> row, String field) {
		Object value = row.document();
		for (String name : field.split("\\.")) {
			value = (value instanceof Map<?, ?> members) ? members.get(name) : null;
		}
		if (value instanceof Collection<?> list && list.stream().allMatch(String.class::isInstance)) {
			return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
		}
		if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
			return ContactHubJson.mapper().writeValueAsString(value);
		}
		return (value != null) ? value.toString() : "";
	}

}
