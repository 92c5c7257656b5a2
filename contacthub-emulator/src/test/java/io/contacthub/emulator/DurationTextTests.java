package io.contacthub.emulator;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DurationText}.
 */
@DisplayName("A time of an option")
class DurationTextTests {

	@ParameterizedTest
	@CsvSource({ "0, PT0S", "0s, PT0S", "50ms, PT0.05S", "30s, PT30S", "2m, PT2M", "1h, PT1H", "1d, PT24H",
			"PT0.05S, PT0.05S" })
	@DisplayName("is read in each of its forms")
	void timeIsRead(String text, Duration expected) {
		assertThat(DurationText.read(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5", "00", "-1s", "1.5s", "1 s", "s", "1w", "abc" })
	@DisplayName("is refused as anything else")
	void otherTextIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> DurationText.read(text))
			.withMessage("a time such as 50ms, 30s or PT0.05S is expected, was " + text);
	}

}
