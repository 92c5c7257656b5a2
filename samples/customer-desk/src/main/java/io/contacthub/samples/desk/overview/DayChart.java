package io.contacthub.samples.desk.overview;

import io.contacthub.samples.desk.chart.BarChart;

/**
 * A chart of days.
 *
 * @param period which days these are, {@code null} where the heading of the panel says it
 * @param chart the chart
 */
record DayChart(String period, BarChart chart) {
}
