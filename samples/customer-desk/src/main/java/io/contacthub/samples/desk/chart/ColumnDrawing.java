package io.contacthub.samples.desk.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.contacthub.samples.desk.chart.BarChart.Series;

/**
 * The lines and columns of a chart: across in percent of a width that only the browser
 * knows, and down in pixels.
 *
 * @param lines the lines of the scale
 * @param columns a column for each category
 */
record ColumnDrawing(List<Line> lines, List<Column> columns) {

	private static final int TOP = 12;

	private static final int BOTTOM = 162;

	private static final int LABELS = 5;

	private static final double WIDEST = 9;

	static ColumnDrawing of(BarChart chart) {
		int count = chart.categories().size();
		ChartScale scale = ChartScale.upTo((count > 0) ? chart.total(chart.highest()) : 0);
		List<Line> lines = scale.lines()
			.stream()
			.map((value) -> new Line(value, pixels(height(value, scale))))
			.toList();
		return new ColumnDrawing(lines,
				IntStream.range(0, count).mapToObj((index) -> column(chart, index, scale)).toList());
	}

	public int bottom() {
		return BOTTOM;
	}

	private static Column column(BarChart chart, int index, ChartScale scale) {
		int count = chart.categories().size();
		double slot = 100.0 / count;
		double width = Math.min(WIDEST, 0.74 * slot);
		List<Block> blocks = new ArrayList<>();
		long below = 0;
		for (int number = 0; number < chart.series().size(); number++) {
			Series series = chart.series().get(number);
			long value = series.values().get(index);
			if (value > 0) {
				double high = height(below + value, scale);
				blocks.add(new Block(series.name(), value, number % BarChart.COLOURS + 1, pixels(high),
						pixels(height(below, scale) - high)));
			}
			below += value;
		}
		String side = side(index, count);
		return new Column(chart.categories().get(index).label(), below, Percent.of(slot * index, 100),
				Percent.of(slot, 100), Percent.of(slot * index + (slot - width) / 2, 100), Percent.of(width, 100), side,
				count > LABELS && index < count - 1 && index / gap(count) % 2 == 1,
				Percent.of(anchor(side, index, slot), 100), blocks);
	}

	/**
	 * Return which side of its label is held where the column is. There is a label for
	 * the last column, and for as many before it as there is room for on a phone.
	 */
	private static String side(int index, int count) {
		if (count <= LABELS) {
			return "middle";
		}
		int gap = gap(count);
		if (index == count - 1) {
			return "end";
		}
		if (index % gap != 0 || count - 1 - index < gap) {
			return null;
		}
		return (index == 0) ? "start" : "middle";
	}

	private static int gap(int count) {
		return (count + LABELS - 1) / LABELS;
	}

	private static double anchor(String side, int index, double slot) {
		double start = slot * index;
		if ("start".equals(side)) {
			return start;
		}
		return "end".equals(side) ? start + slot : start + slot / 2;
	}

	private static double height(long value, ChartScale scale) {
		return BOTTOM - (double) (BOTTOM - TOP) * value / scale.top();
	}

	private static String pixels(double length) {
		return String.format(Locale.ROOT, "%.1f", length);
	}

	/**
	 * A line of the scale.
	 *
	 * @param value the number it stands for
	 * @param y where it is
	 */
	public record Line(long value, String y) {

	}

	/**
	 * The column of a category.
	 *
	 * @param label how the category is called
	 * @param total its count
	 * @param slot where the room of the column begins
	 * @param room how wide this room is
	 * @param x where the column begins
	 * @param width how wide it is
	 * @param side which side of its label is held, {@code null} when there is no room for
	 * a label
	 * @param spare whether the label can be left out where there is little room
	 * @param anchor where the label is held
	 * @param blocks the parts of the column, the lowest first
	 */
	public record Column(String label, long total, String slot, String room, String x, String width, String side,
			boolean spare, String anchor, List<Block> blocks) {

	}

	/**
	 * The part of a column that one series has.
	 *
	 * @param series how the series is called
	 * @param value its count
	 * @param colour the number of its colour
	 * @param y where it begins
	 * @param height how high it is
	 */
	public record Block(String series, long value, int colour, String y, String height) {

	}

}
