package io.contacthub.samples.desk.change;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link InputType}.
 */
@DisplayName("What is typed in")
class InputTypeTests {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	@Test
	@DisplayName("becomes a value of its type")
	void reads() {
		assertThat(InputType.NUMBER.read("12,50", ROME)).isEqualTo(new BigDecimal("12.50"));
		assertThat(InputType.WHOLE_NUMBER.read("2024", ROME)).isEqualTo(2024);
		assertThat(InputType.DAY.read("1990-12-31", ROME)).isEqualTo(LocalDate.of(1990, 12, 31));
		assertThat(InputType.TIME.read("2026-07-01T12:00", ROME)).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
		assertThat(InputType.TIME.read("2026-01-01 12:00", ROME)).isEqualTo(Instant.parse("2026-01-01T11:00:00Z"));
		assertThat(InputType.LINES.read("one\n\n two ", ROME)).isEqualTo(List.of("one", "two"));
		assertThat(InputType.PAIRS.read("colour = blue\nformula=a=b", ROME))
			.isEqualTo(JsonObject.of("colour", "blue", "formula", "a=b"));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@DisplayName("is refused when it means nothing")
	@CsvSource({ "NUMBER, twelve", "NUMBER, '1.000,50'", "WHOLE_NUMBER, 1.5", "DAY, 31.12.1990", "DAY, 2023-02-31",
			"TIME, tomorrow", "EMAIL, ada@home", "EMAIL, ada", "ZONE, Rome", "PAIRS, blue" })
	void refuses(InputType type, String text) {
		assertThat(catchThrowable(() -> type.read(text, ROME))).isNotNull();
	}

	@ParameterizedTest
	@DisplayName("was a time in the zone of the reader, however ContactHub wrote it")
	@CsvSource({ "2026-07-01T10:00:00.000Z, 2026-07-01T12:00", "2026-01-01T11:00:30.500+0000, 2026-01-01T12:00:30.500",
			"2026-01-01T06:00:00-05:00, 2026-01-01T12:00", "some day, some day" })
	void showsTimes(String stored, String shown) {
		assertThat(InputType.TIME.show(stored, ROME)).isEqualTo(shown);
	}

}
