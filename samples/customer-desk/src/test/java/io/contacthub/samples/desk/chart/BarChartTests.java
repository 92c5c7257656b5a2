package io.contacthub.samples.desk.chart;

import java.util.List;
import java.util.stream.IntStream;

import io.contacthub.samples.desk.chart.BarChart.Category;
import io.contacthub.samples.desk.chart.BarChart.Series;
import io.contacthub.samples.desk.chart.ColumnDrawing.Column;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link BarChart} and its {@link ColumnDrawing}.
 */
@DisplayName("A chart")
class BarChartTests {

	private static BarChart chart(Series... series) {
		List<Category> categories = IntStream.rangeClosed(1, series[0].values().size())
			.mapToObj((day) -> Category.of(day + " Nov"))
			.toList();
		return new BarChart("events", "Events", "Day", categories, List.of(series));
	}

	@Test
	@DisplayName("counts all, and knows the first of the days that have the most")
	void totals() {
		BarChart chart = chart(new Series("Viewed page", List.of(1L, 4L, 2L, 0L)),
				new Series("Logged in", List.of(0L, 1L, 3L, 0L)));
		assertThat(chart.total()).isEqualTo(11);
		assertThat(chart.total(1)).isEqualTo(5);
		assertThat(chart.highest()).isEqualTo(1);
		assertThat(chart.share(0)).isEqualTo("20.00%");
		assertThat(chart.isEmpty()).isFalse();
	}

	@Test
	@DisplayName("has the largest series first, and one for all for which there is no colour")
	void condensed() {
		Series[] series = IntStream.rangeClosed(1, 8)
			.mapToObj((size) -> new Series("type " + size, List.of((long) size)))
			.toArray(Series[]::new);
		assertThat(chart(series).condensed("Others").series()).extracting(Series::name)
			.containsExactly("type 8", "type 7", "type 6", "type 5", "type 4", "Others");
		assertThat(chart(series).condensed("Others").total()).isEqualTo(chart(series).total());
		assertThat(chart(series[0], series[1]).condensed("Others").series()).containsExactly(series[1], series[0]);
	}

	@Test
	@DisplayName("stacks its series, each as high as its count")
	void blocks() {
		BarChart chart = chart(new Series("Viewed page", List.of(3L, 0L)), new Series("Logged in", List.of(1L, 0L)));
		Column first = chart.columns().columns().get(0);
		assertThat(first.blocks()).extracting((block) -> block.y() + " + " + block.height())
			.containsExactly("49.5 + 112.5", "12.0 + 37.5");
		assertThat(first.blocks()).extracting(ColumnDrawing.Block::colour).containsExactly(1, 2);
		assertThat(chart.columns().columns().get(1).blocks()).isEmpty();
	}

	@Test
	@DisplayName("labels few of many days, the first and the last among them")
	void labels() {
		BarChart chart = chart(new Series("Viewed page", IntStream.range(0, 30).mapToObj((day) -> 1L).toList()));
		assertThat(chart.columns().columns()).filteredOn((column) -> column.side() != null)
			.extracting((column) -> column.label() + " " + column.side() + " " + column.anchor())
			.containsExactly("1 Nov start 0.00%", "7 Nov middle 21.67%", "13 Nov middle 41.67%", "19 Nov middle 61.67%",
					"30 Nov end 100.00%");
	}

	@Test
	@DisplayName("of nothing draws a scale and no block")
	void nothing() {
		BarChart chart = chart(new Series("Viewed page", List.of(0L, 0L)));
		assertThat(chart.isEmpty()).isTrue();
		assertThat(chart.columns().lines()).extracting(ColumnDrawing.Line::value).containsExactly(0L, 1L);
		assertThat(chart.columns().columns()).allSatisfy((column) -> assertThat(column.blocks()).isEmpty());
		assertThat(chart.share(0)).isEqualTo("0.00%");
	}

	@Test
	@DisplayName("without categories draws no column")
	void noCategories() {
		BarChart chart = new BarChart("events", "Events", "Day", List.of(), List.of());
		assertThat(chart.columns().columns()).isEmpty();
	}

	@Test
	@DisplayName("refuses a series that has not a count for each category")
	void wrongSeries() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> chart(new Series("Viewed page", List.of(1L, 2L)), new Series("Logged in", List.of(1L))))
			.withMessage("1 values for 2 categories");
	}

	@ParameterizedTest
	@CsvSource({ "0, 1, 1", "1, 1, 1", "4, 1, 4", "5, 2, 6", "9, 5, 10", "21, 10, 30", "81, 50, 100",
			"4000, 1000, 4000" })
	@DisplayName("has a scale with few lines at round numbers")
	void scale(long highest, long step, long top) {
		ChartScale scale = ChartScale.upTo(highest);
		assertThat(scale).isEqualTo(new ChartScale(step, top));
		assertThat(scale.lines()).hasSizeBetween(2, 5).endsWith(top);
	}

}
