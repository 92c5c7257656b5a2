package io.contacthub.samples.desk.overview;

import java.util.List;

/**
 * The numbers that one looks for first, each of which may be missing.
 *
 * @param figures the numbers
 */
record Figures(List<Figure> figures) implements Drawing {

	@Override
	public Object apply(OverviewCharts charts) {
		return this.figures;
	}

	@Override
	public boolean isWhole() {
		return this.figures.stream().allMatch((figure) -> figure.count().isLoaded());
	}

}
