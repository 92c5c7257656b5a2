package io.contacthub.emulator;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the forms of dates.
 */
@DisplayName("Of dates, the emulator")
class DateFormatsTests {

	@ParameterizedTest
	@DisplayName("reads every form that clients send")
	@CsvSource({ "2017-03-02T12:12:53.074+0000, 2017-03-02T12:12:53.074Z", "2017-03-02T12:12:53Z, 2017-03-02T12:12:53Z",
			"2017-03-02T12:12:53+00:00, 2017-03-02T12:12:53Z", "2017-03-02T12:12:53.5Z, 2017-03-02T12:12:53.5Z",
			"2017-03-02T12:12:53.074123Z, 2017-03-02T12:12:53.074123Z",
			"2017-03-02T12:12:53.074+0200, 2017-03-02T10:12:53.074Z", "2017-03-02T12:12:53-05, 2017-03-02T17:12:53Z",
			"0001-01-01T00:00:00.00+0000, 0001-01-01T00:00:00Z", "2016-02-29T23:59:59.999Z, 2016-02-29T23:59:59.999Z",
			"2017-12-31T00:00:00.000Z, 2017-12-31T00:00:00Z", "1950-01-31T08:00:00Z, 1950-01-31T08:00:00Z" })
	void readsDateTimes(String text, Instant expected) {
		assertThat(DateFormats.dateTime(text)).isEqualTo(expected);
		assertThat(DateFormats.moment(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@DisplayName("takes nothing else for a date with time")
	@ValueSource(strings = { "", "2017-03-02", "2017-03-02T12:12:53", "2017-03-02T12:12Z", "2017-03-02 12:12:53Z",
			"2017-13-02T12:12:53Z", "2017-03-02T25:12:53Z", "2017-03-02T12:60:53Z", "2017-03-02T12:12:53.Z1",
			"2017-03-02T12:12:53.07Zx", "2017-03-02Tnoon, or later", "ab17-03-02T12:12:53Z", "2017-03-02T12:12:53.",
			"2017-03-00T12:12:53Z" })
	void refusesOtherTexts(String text) {
		assertThat(DateFormats.dateTime(text)).isNull();
	}

	@ParameterizedTest
	@DisplayName("reads a date if there is such a day")
	@CsvSource({ "2017-03-02, 2017-03-02", "2016-02-29, 2016-02-29", "2017-02-29, ", "2017-04-31, ", "2017-00-01, ",
			"2017-3-02x, ", "20170302ab, ", "yyyy-mm-dd, " })
	void readsDates(String text, LocalDate expected) {
		assertThat(DateFormats.date(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@DisplayName("writes milliseconds and an offset without colon")
	@CsvSource({ "2017-03-02T12:12:53.074Z, 2017-03-02T12:12:53.074+0000",
			"2017-12-31T23:59:59.999999Z, 2017-12-31T23:59:59.999+0000",
			"0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000+0000",
			"1969-12-31T23:59:59.001Z, 1969-12-31T23:59:59.001+0000" })
	void writes(Instant instant, String expected) {
		assertThat(DateFormats.write(instant)).isEqualTo(expected);
	}

}
