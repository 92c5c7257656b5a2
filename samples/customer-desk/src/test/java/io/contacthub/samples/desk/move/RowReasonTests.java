package io.contacthub.samples.desk.move;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RowReason}.
 */
@DisplayName("The reason for which a row is no customer")
class RowReasonTests {

	@ParameterizedTest(name = "{0}")
	@DisplayName("has words of its own where they tell what to do:")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			'1.2.80' is no date: write year-month-day, such as 1980-02-03 ~ day ~ 1.2.80
			'1.2.80 10:15' is no date and time: write year-month-day, T, time and zone ~ row ~
			element 1: startDate: '1.2.80' is no date: write year-month-day ~ row ~
			'x' is no number ~ value ~ x
			has 2 cells, the header 4 ~ cells ~ 2 4
			has no value in any column ~ empty ~
			externalId 'A1' is in line 2 already ~ twice ~ A1 2
			""")
	void tells(String refusal, String kind, String values) {
		RowReason reason = RowReason.of(refusal);
		assertThat(reason.kind()).isEqualTo(kind);
		assertThat(String.join(" ", reason.values())).isEqualTo((values != null) ? values : "");
	}

}
