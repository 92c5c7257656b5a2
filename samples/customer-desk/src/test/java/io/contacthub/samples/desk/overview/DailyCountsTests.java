package io.contacthub.samples.desk.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.contacthub.analytics.AnalyticsFilter;
import io.contacthub.analytics.AnalyticsResult;
import io.contacthub.analytics.Trend;
import io.contacthub.analytics.TrendValue;
import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DailyCounts}.
 */
@DisplayName("Daily counts")
class DailyCountsTests {

	@Test
	@DisplayName("are asked for with the day after, which may be today where ContactHub counts")
	void period() {
		AnalyticsFilter filter = DailyCounts.until(LocalDate.of(2026, 3, 10), "n");
		assertThat(filter.nodes()).containsExactly("n");
		assertThat(filter.startDate()).isEqualTo(LocalDate.of(2026, 2, 25));
		assertThat(filter.endDate()).isEqualTo(LocalDate.of(2026, 3, 11));
	}

	@Test
	@DisplayName("end the day before when nothing was counted on the last one")
	void withoutLast() {
		DailyCounts counts = DailyCounts.of("all", trend(15, 0), "n");
		assertThat(counts.days()).hasSize(14).startsWith("day 1").endsWith("day 14");
		assertThat(counts.counts().get("all")).hasSize(14).startsWith(1L).endsWith(14L);
	}

	@Test
	@DisplayName("begin a day later when something was")
	void withoutFirst() {
		DailyCounts counts = DailyCounts.of("all", trend(15, 7), "n");
		assertThat(counts.days()).hasSize(14).startsWith("day 2").endsWith("day 15");
		assertThat(counts.counts().get("all")).startsWith(2L).endsWith(7L);
	}

	@Test
	@DisplayName("are as few as ContactHub gives, and none for a node that it does not tell of")
	void fewer() {
		assertThat(DailyCounts.of("all", trend(3, 0), "n").days()).containsExactly("day 1", "day 2", "day 3");
		assertThat(DailyCounts.of("all", trend(3, 0), "m").days()).isEmpty();
	}

	@Test
	@DisplayName("have what is left over beside their parts, and never less than nothing")
	void split() {
		Map<String, AnalyticsResult<Trend>> parts = new LinkedHashMap<>();
		parts.put("a", trend(2, 5));
		DailyCounts counts = DailyCounts.of("all", trend(3, 9), "n").split("all", parts, "n");
		assertThat(counts.days()).hasSize(3);
		assertThat(counts.counts()).containsOnlyKeys("a", "all");
		assertThat(counts.counts().get("a")).containsExactly(1L, 5L, 0L);
		assertThat(counts.counts().get("all")).containsExactly(0L, 0L, 9L);
		DailyCounts whole = DailyCounts.of("all", trend(3, 9), "n").split("all", Map.of("a", trend(3, 9)), "n");
		assertThat(whole.counts()).containsOnlyKeys("a");
	}

	/**
	 * Return the trend of so many days with as many on each as its number, and some on
	 * the last.
	 */
	private static AnalyticsResult<Trend> trend(int days, int last) {
		List<TrendValue> values = IntStream.rangeClosed(1, days)
			.mapToObj((day) -> TrendValue.builder()
				.time("day " + day)
				.added(BigDecimal.valueOf((day < days) ? day : last))
				.build())
			.toList();
		return new AnalyticsResult<>(List.of(Trend.builder().nodeId("n").values(values).build()), JsonObject.of());
	}

}
