package io.contacthub.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DateTimes}.
 */
@DisplayName("Dates of the API")
class DateTimesTests {

	@ParameterizedTest
	@CsvSource({ "2017-03-02T12:12:53.074+0000,2017-03-02T12:12:53.074Z",
			"2017-03-02T12:12:53.074Z,2017-03-02T12:12:53.074Z", "2017-03-02T12:12:53Z,2017-03-02T12:12:53Z",
			"2017-03-02T12:12:53+00:00,2017-03-02T12:12:53Z", "2017-03-02T12:12:53.07Z,2017-03-02T12:12:53.070Z",
			"2017-03-02T12:12:53.123456Z,2017-03-02T12:12:53.123456Z", "2017-03-02T14:12:53+02,2017-03-02T12:12:53Z",
			"2017-03-02T14:12:53.1+0200,2017-03-02T12:12:53.100Z", "2017-03-02 12:12,2017-03-02T12:12:00Z",
			"2017-03-02T12:12,2017-03-02T12:12:00Z", "2017-03-02,2017-03-02T00:00:00Z",
			"0001-01-01T00:00:00.00+0000,0001-01-01T00:00:00Z" })
	@DisplayName("are read in every form that was ever seen")
	void readsEveryForm(String text, Instant expected) {
		assertThat(DateTimes.parse(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "1994-02-11T14:05M", "2017-13-02T12:12:53.074+0000",
			"2017-03-02T12:1x:53.074Z", "2017-02-30T12:12:53.074Z" })
	@DisplayName("are not made up from texts that are no dates")
	void refusesNonsense(String text) {
		assertThat(DateTimes.parse(text)).isNull();
		assertThat(DateTimes.parseDate(text)).isNull();
	}

	@Test
	@DisplayName("are written in UTC with milliseconds, whatever they have")
	void writesMilliseconds() {
		assertThat(DateTimes.format(Instant.parse("2017-03-02T12:12:53Z"))).isEqualTo("2017-03-02T12:12:53.000Z");
		assertThat(DateTimes.format(Instant.parse("2017-03-02T12:12:53.123456Z")))
			.isEqualTo("2017-03-02T12:12:53.123Z");
		assertThat(DateTimes.format(Instant.parse("2017-03-02T12:12:53.999999999Z")))
			.isEqualTo("2017-03-02T12:12:53.999Z");
		assertThatIllegalArgumentException().isThrownBy(() -> DateTimes.format(Instant.MAX))
			.withMessageContaining("its year must be one from 0 to 9999");
		assertThatIllegalArgumentException().isThrownBy(() -> DateTimes.format(Instant.MIN));
		assertThatIllegalArgumentException().isThrownBy(() -> DateTimes.format(LocalDate.MIN))
			.withMessageStartingWith("is -999999999-01-01");
	}

	@Test
	@DisplayName("are written as Java's own formatter writes them, in every year and from the first moment to the last")
	void writesAnyPointInTime() {
		DateTimeFormatter formatter = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
			.withZone(ZoneOffset.UTC);
		Instant first = Instant.parse("0000-01-01T00:00:00Z");
		Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");
		Random random = new Random(16);
		Stream
			.concat(Stream.of(first, last, Instant.EPOCH, Instant.EPOCH.minusNanos(1)),
					Stream.generate(
							() -> Instant.ofEpochSecond(random.nextLong(first.getEpochSecond(), last.getEpochSecond()),
									random.nextInt(1_000_000_000)))
						.limit(10_000))
			.forEach((instant) -> assertThat(DateTimes.format(instant)).isEqualTo(formatter.format(instant)));
	}

	@Test
	@DisplayName("are taken from date-times as they are written there")
	void readsDatesOfDateTimes() {
		assertThat(DateTimes.parseDate("1980-01-02")).isEqualTo(LocalDate.of(1980, 1, 2));
		assertThat(DateTimes.parseDate("1980-01-02T00:00:00.000+0200")).isEqualTo(LocalDate.of(1980, 1, 2));
	}

}
