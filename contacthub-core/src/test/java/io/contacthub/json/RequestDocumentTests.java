package io.contacthub.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.contacthub.customer.BaseProperties;
import io.contacthub.customer.Customer;
import io.contacthub.customer.Like;
import io.contacthub.customer.Tags;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RequestDocument}.
 */
@DisplayName("A document that is to be sent")
class RequestDocumentTests {

	private static final int LIMIT = 64 * 1024;

	private final JsonMapper mapper = ContactHubJson.mapper();

	@ParameterizedTest
	@MethodSource("objects")
	@DisplayName("is written as the object that it is of")
	void isWrittenAlike(ApiObject object) {
		JsonObject document = RequestDocument.of(RequestDocument.members(object));
		assertThat(this.mapper.writeValueAsString(document)).isEqualTo(this.mapper.writeValueAsString(object));
	}

	private static Stream<Named<Object>> objects() {
		return Values.all().filter((value) -> value.getPayload() instanceof ApiObject);
	}

	@ParameterizedTest
	@MethodSource("fillings")
	@DisplayName("may have a limited member of 64 KB, and none of one byte more, whatever fills it")
	void isLimited(Object filling) {
		int size = length(List.of(filling, filling)) - length(List.of(filling));
		int most = (LIMIT - length(List.of(filling))) / size + 1;
		assertThat(length(copies(most, filling))).isBetween(LIMIT - size, LIMIT);
		assertThat(RequestDocument.of(extra(copies(most, filling)), "extra")).containsKey("extra");
		Map<String, Object> longer = extra(copies(most + 1, filling));
		int length = length(longer.get("extra"));
		assertThatIllegalArgumentException().isThrownBy(() -> RequestDocument.of(longer, "extra"))
			.withMessage("extra has " + length + " bytes as JSON: ContactHub takes at most " + LIMIT);
		assertThat(RequestDocument.of(longer, "base")).containsKey("extra");
	}

	private static Stream<Object> fillings() {
		return Stream.of("\u0000", "\u0000".repeat(1000), "\"\\", "\u00e9", "\u20ac".repeat(99), "\ud83d\ude00",
				"a".repeat(500), true, Integer.MIN_VALUE, Long.MIN_VALUE, new BigInteger("9".repeat(900)),
				-Double.MAX_VALUE, new BigDecimal("-0.00000123456789"), new BigDecimal("1E+1000"),
				new BigDecimal("1." + "7".repeat(800)), List.of(), JsonObject.of(),
				JsonObject.of("n".repeat(700), null), JsonObject.of("\u0007", "x"),
				Tags.builder().manual("a", "b").build(), Like.builder().createdTime(Instant.EPOCH).build(),
				BaseProperties.builder().dob(LocalDate.EPOCH).timezone(ZoneId.of("Europe/Rome")).build());
	}

	private static Map<String, Object> extra(Object value) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("extra", value);
		return members;
	}

	private static List<Object> copies(int count, Object filling) {
		return Collections.nCopies(count, filling);
	}

	private int length(Object value) {
		return this.mapper.writeValueAsBytes(value).length;
	}

	@ParameterizedTest
	@ValueSource(ints = { 100, 490, 600 })
	@DisplayName("is refused when what it holds is nested too deep, before it is written")
	void isNotTooDeep(int depth) {
		JsonObject nested = JsonObject.of("a", 1);
		for (int i = 1; i < depth; i++) {
			nested = JsonObject.of("a", nested);
		}
		Map<String, Object> members = RequestDocument.members(Customer.builder().extended(nested).build());
		if (depth < 500) {
			assertThat(length(RequestDocument.of(members))).isGreaterThan(depth);
		}
		else {
			assertThatIllegalArgumentException().isThrownBy(() -> RequestDocument.of(members))
				.withMessageStartingWith("'extended' is nested more than 500 levels deep");
		}
	}

	@Test
	@DisplayName("gives its members as they are written")
	void givesMembers() {
		Map<String, Object> read = new LinkedHashMap<>();
		read.put("locale", 17);
		read.put("dob", "1980-04-06T10:00");
		read.put("future", "x");
		read.put("firstName", Map.of());
		Customer customer = Customer.of(Map.of("base", read));
		JsonObject document = RequestDocument.of(RequestDocument.members(customer));
		assertThat(RequestDocument.at(document, "base", "locale")).isEqualTo(17);
		assertThat(RequestDocument.at(document, "base", "dob")).isEqualTo("1980-04-06T10:00");
		assertThat(RequestDocument.at(document, "base", "future")).isEqualTo("x");
		assertThat(RequestDocument.at(document, "base", "firstName")).isEqualTo(Map.of());
		assertThat(RequestDocument.at(document, "base", "lastName")).isNull();
		assertThat(RequestDocument.at(document, "extended", "locale")).isNull();
		Customer changed = customer.withBase((base) -> base.withLocale(null).withDob(LocalDate.of(1980, 1, 2)));
		JsonObject after = RequestDocument.of(RequestDocument.members(changed));
		assertThat(RequestDocument.at(after, "base", "locale")).isNull();
		assertThat(RequestDocument.at(after, "base", "dob")).isEqualTo("1980-01-02");
	}

}
