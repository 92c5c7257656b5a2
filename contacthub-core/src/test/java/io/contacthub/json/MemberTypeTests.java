package io.contacthub.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Members of types that few records have. The records here are among the {@link Values},
 * so that what holds of all holds of them.
 */
@DisplayName("A member of an object")
class MemberTypeTests {

	private final JsonMapper mapper = ContactHubJson.mapper();

	@ParameterizedTest
	@ValueSource(strings = { "7", "-7", "0", "1099511627776", "9007199254740993", "9223372036854775807",
			"-9223372036854775808" })
	@DisplayName("may be a whole number of 64 bits, of which nothing is kept twice")
	void isLong(String number) {
		Count count = readCount("{\"total\":" + number + ",\"parts\":[" + number + ",1]}");
		assertThat(count.total()).isEqualTo(Long.valueOf(number));
		assertThat(count.parts()).containsExactly(Long.valueOf(number), 1L);
		assertThat(count.unknown()).isEmpty();
		assertThat(this.mapper.writeValueAsString(count))
			.isEqualTo("{\"total\":" + number + ",\"parts\":[" + number + ",1]}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"1099511627776\"", "1099511627776.0" })
	@DisplayName("that is a whole number in another form goes back as it came, until it is set")
	void keepsTheForm(String number) {
		Count count = readCount("{\"total\":" + number + "}");
		assertThat(count.total()).isEqualTo(1099511627776L);
		assertThat(this.mapper.writeValueAsString(count)).isEqualTo("{\"total\":" + number + "}");
		assertThat(this.mapper.writeValueAsString(new Count(5L, null, count.unknown()))).isEqualTo("{\"total\":5}");
		assertThat(this.mapper.writeValueAsString(new Count(null, null, count.unknown()))).isEqualTo("{}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "9223372036854775808", "1.5", "\"many\"", "true", "{}", "[1]", "1E400" })
	@DisplayName("that is no whole number of 64 bits reads as absent, and goes back as it came")
	void isNoLong(String number) {
		Count count = readCount("{\"total\":" + number + "}");
		assertThat(count.total()).isNull();
		assertThat(this.mapper.readTree(this.mapper.writeValueAsString(count)))
			.isEqualTo(this.mapper.readTree("{\"total\":" + number + "}"));
	}

	@Test
	@DisplayName("that is a whole number is read from any number of a map")
	void readsLongsOfMaps() {
		for (Number number : List.of(7, 7L, BigInteger.valueOf(7), new BigDecimal("7"), (short) 7)) {
			assertThat(Members.read(Map.of("total", number), Count.class).total()).isEqualTo(7L);
		}
	}

	private Count readCount(String text) {
		return this.mapper.readValue(text, Count.class);
	}

	record Count(@Nullable Long total, @Nullable List<Long> parts, JsonObject unknown) implements ApiObject {

		Count {
			parts = Members.list(parts);
			unknown = Members.unknown(unknown);
		}

		private Object writeReplace() {
			return Members.serialized(this);
		}

		@Override
		public String toString() {
			return Members.describe(this);
		}

	}

}
