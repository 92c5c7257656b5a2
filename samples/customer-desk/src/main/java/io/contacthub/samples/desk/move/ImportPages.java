package io.contacthub.samples.desk.move;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.customer.CustomerFields;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the page of an import shows.
 */
@Component
class ImportPages {

	private static final int REFRESH_SECONDS = 2;

	/**
	 * What a row is found by when it is sent again.
	 */
	private static final List<String> KEYS = List.of(CustomerFields.ID.path(), CustomerFields.EXTERNAL_ID.path());

	private final ColumnHeadings headings;

	private final ProblemWords words;

	ImportPages(ColumnHeadings headings, ProblemWords words) {
		this.headings = headings;
		this.words = words;
	}

	void show(ImportJob job, Model model) {
		ShownJob shown = ShownJob.of(job);
		FileCheck check = job.check();
		ImportRun run = job.run();
		model.addAttribute("job", shown);
		model.addAttribute("check", check);
		if (run == null) {
			showCheck(check, model);
			model.addAttribute("problems", problems(check.problems(), check.file()));
			return;
		}
		model.addAttribute("mode", job.mode());
		model.addAttribute("progress", run.progress());
		model.addAttribute("problems", problems(run.problems(JobPart.REFUSED), check.file()));
		model.addAttribute("refusals", run.has(JobPart.REFUSED));
		model.addAttribute("doubts", problems(run.problems(JobPart.UNKNOWN), check.file()));
		model.addAttribute("doubted", run.has(JobPart.UNKNOWN));
		model.addAttribute("keyed", check.fields().stream().anyMatch(KEYS::contains));
		if (shown.running()) {
			model.addAttribute("refreshSeconds", REFRESH_SECONDS);
		}
		else {
			model.addAttribute("stopped", run.stopped());
			model.addAttribute("reason", run.trouble());
		}
	}

	private void showCheck(FileCheck check, Model model) {
		ReadingOptions options = check.file().options();
		model.addAttribute("charset", ReadingForm.charset(options));
		model.addAttribute("separator", ReadingForm.separator(options));
		model.addAttribute("days", (options.days() != null) ? options.days().value() : "");
		model.addAttribute("orders", List.of(DayOrder.values()));
		model.addAttribute("separators", ReadingForm.SEPARATORS.keySet());
		model.addAttribute("modes", List.of(ImportMode.values()));
		model.addAttribute("headings", check.fields().stream().map(this.headings::heading).toList());
		model.addAttribute("leftOut", leftOut(check));
		model.addAttribute("choices",
				Stream
					.concat(CustomerColumns.READ.stream(),
							check.columns().stream().map(ColumnChoice::field).filter((field) -> !field.isEmpty()))
					.distinct()
					.map((field) -> new FieldChoice(field, this.headings.heading(field)))
					.sorted(Comparator.comparing(FieldChoice::label))
					.toList());
	}

	/**
	 * Return the headings of columns that nobody knows what to make of.
	 */
	private String leftOut(FileCheck check) {
		return check.columns()
			.stream()
			.filter((column) -> column.field().isEmpty())
			.map(ColumnChoice::heading)
			.filter((heading) -> this.headings.path(heading).isEmpty() && !CustomerColumns.isKeptByContactHub(heading))
			.collect(Collectors.joining(", "));
	}

	private List<ShownProblem> problems(List<RowProblem> problems, CustomerFile file) {
		return problems.stream()
			.map((problem) -> new ShownProblem(problem, this.words.member(problem, file), this.words.words(problem)))
			.toList();
	}

	/**
	 * Field that a column may be read as.
	 *
	 * @param path its path
	 * @param label what it is called
	 */
	record FieldChoice(String path, String label) {

	}

	/**
	 * Problem with what its member is called.
	 *
	 * @param problem the problem
	 * @param member the label, {@code null} when it is about none
	 * @param words why the row was not imported
	 */
	record ShownProblem(RowProblem problem, String member, String words) {

	}

}
