package io.contacthub.samples.desk.move;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Words for why rows were not imported, in the language of the thread.
 */
@Component
class ProblemWords {

	private final MessageSource messages;

	private final ColumnHeadings headings;

	ProblemWords(MessageSource messages, ColumnHeadings headings) {
		this.messages = messages;
		this.headings = headings;
	}

	/**
	 * Return what the member is called that a problem is about.
	 * @return its label, or {@code null} when it is about none
	 */
	String member(RowProblem problem, CustomerFile file) {
		String member = problem.member();
		return (member != null) ? this.headings.heading(file.options().columns().getOrDefault(member, member)) : null;
	}

	/**
	 * Return what a problem is, in one line.
	 */
	String line(RowProblem problem, CustomerFile file) {
		String member = member(problem, file);
		String detail = RowReason.isTold(problem.kind()) ? "" : problem.detail();
		String words = words(problem) + (detail.isEmpty() ? "" : ": " + detail);
		return (member != null) ? member + ": " + words : words;
	}

	/**
	 * Return why a row was not imported.
	 */
	String words(RowProblem problem) {
		return text("move.problem." + problem.kind(), problem.values().toArray());
	}

	String notDone() {
		return text("move.problem.notDone");
	}

	private String text(String code, Object... arguments) {
		return this.messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
	}

}
