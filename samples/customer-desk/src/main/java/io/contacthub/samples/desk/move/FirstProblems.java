package io.contacthub.samples.desk.move;

import java.util.ArrayList;
import java.util.List;

/**
 * The first of the rows that something is wrong with, for the page. One thread adds them,
 * any may look at them.
 */
final class FirstProblems {

	private final List<RowProblem> problems = new ArrayList<>();

	synchronized void add(RowProblem problem) {
		if (this.problems.size() < FileChecks.SHOWN_PROBLEMS) {
			this.problems.add(problem);
		}
	}

	synchronized List<RowProblem> list() {
		return List.copyOf(this.problems);
	}

}
