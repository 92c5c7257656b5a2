package io.contacthub.json;

import java.io.File;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.SessionId;
import io.contacthub.event.EventType;
import io.contacthub.query.Field;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("A type of Java in a map, a patch or a query")
class JavaTypesTests {

	private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

	/**
	 * What Jackson writes in a record of the application too.
	 */
	static Stream<Arguments> types() throws Exception {
		return Stream.of(plain(ID, ID.toString()), plain(URI.create("https://x/a"), "https://x/a"),
				plain(URI.create("https://x/a").toURL(), "https://x/a"), plain(YearMonth.of(2020, 1), "2020-01"),
				plain(Year.of(2020), 2020), plain(MonthDay.of(1, 2), "--01-02"), plain(DayOfWeek.MONDAY, "MONDAY"),
				plain(LocalTime.of(10, 0), "10:00:00"), plain(OffsetTime.parse("10:00+01:00"), "10:00+01:00"),
				plain(Duration.ofMinutes(90), "PT1H30M"), plain(Period.ofDays(3), "P3D"),
				plain(ZoneId.of("Europe/Rome"), "Europe/Rome"), plain(ZoneOffset.ofHours(2), "+02:00"),
				plain(TimeZone.getTimeZone("Europe/Rome"), "Europe/Rome"), plain(Currency.getInstance("EUR"), "EUR"),
				plain(StandardCharsets.UTF_8, "UTF-8"), plain(InetAddress.getByName("127.0.0.1"), "127.0.0.1"),
				plain(new InetSocketAddress("127.0.0.1", 80), "127.0.0.1:80"), plain(Pattern.compile("a+"), "a+"),
				plain(String.class, "java.lang.String"), plain('c', "c"), plain(new StringBuilder("a b"), "a b"),
				plain(new AtomicBoolean(true), true), plain(new AtomicReference<>("r"), "r"),
				plain(new byte[] { 1, 2, 3 }, "AQID"), plain(new char[] { 'a', 'b' }, "ab"),
				plain(new int[] { 1, 2 }, List.of(1, 2)), plain(new boolean[] { true }, List.of(true)),
				plain(new long[][] { { 1L << 40 }, {} }, List.of(List.of(1L << 40), List.of())),
				plain(new String[] { "a" }, List.of("a")), plain(Optional.of("a"), "a"), plain(Optional.empty(), null),
				plain(OptionalInt.of(3), 3), plain(OptionalLong.empty(), null),
				plain(OptionalLong.of(1L << 40), 1L << 40),
				plain(Optional.of(List.of(Optional.of(ID))), List.of(ID.toString())),
				plain(new Date(1), "1970-01-01T00:00:00.001Z"),
				plain(new java.sql.Timestamp(1), "1970-01-01T00:00:00.001Z"),
				plain(java.sql.Time.valueOf("10:11:12"), "10:11:12"),
				plain(GregorianCalendar.from(ZonedDateTime.parse("2020-01-02T03:04:05+01:00")),
						"2020-01-02T02:04:05.000Z"),
				plain(Instant.EPOCH, "1970-01-01T00:00:00.000Z"), plain(LocalDate.EPOCH, "1970-01-01"),
				plain(OffsetDateTime.parse("2020-01-02T03:04:05+01:00"), "2020-01-02T02:04:05.000Z"),
				plain(Size.LARGE, "LARGE"), plain(Size.SMALL, "small"), plain(EventType.LOGGED_IN, "loggedIn"),
				plain(SessionId.of("s1"), "s1"), plain(new EnumMap<>(Map.of(Size.LARGE, 1)), Map.of("LARGE", 1)),
				plain(Map.of(ID, Set.of(ID)), Map.of(ID.toString(), List.of(ID.toString()))));
	}

	/**
	 * What has a form of its own.
	 */
	static Stream<Arguments> ownForms() {
		return Stream.of(plain(Locale.ITALY, "it_IT"), plain(Locale.forLanguageTag("zh-Hans-CN"), "zh_Hans_CN"),
				plain(Month.MAY, "MAY"), plain(java.sql.Date.valueOf("2020-01-02"), "2020-01-02"),
				plain(CharBuffer.wrap("a b"), "a b"), plain(new double[] { 0.5 }, List.of(0.5)),
				plain(OptionalDouble.of(1.5), 1.5), plain(new BigDecimal("1.10"), new BigDecimal("1.10")));
	}

	private static Arguments plain(Object value, Object expected) {
		return Arguments.of(Named.of(value.getClass().getSimpleName() + " " + expected, value), expected);
	}

	@ParameterizedTest
	@MethodSource({ "types", "ownForms" })
	@DisplayName("is one plain value in all of them")
	void isPlain(Object value, Object expected) {
		assertThat(JsonObject.of("a", value).get("a")).isEqualTo(expected);
		assertThat(JsonObject.of("a", Arrays.asList(value, 1)).get("a")).isEqualTo(Arrays.asList(expected, 1));
		assertThat(Customer.of(Map.of("extended", Map.of("a", value), "future", Map.of("a", value))).toMap())
			.isEqualTo(Customer.of(Map.of("extended", Collections.singletonMap("a", expected), "future",
					Collections.singletonMap("a", expected)))
				.toMap());
		if (expected != null) {
			assertThat(CustomerPatch.builder().set("extended.a", value).build().toMap())
				.isEqualTo(Map.of("extended", Map.of("a", expected)));
			assertThat(Field.extended("a").eq(value)).isEqualTo(Field.extended("a").eq(expected));
			assertThat(Field.extended("a").in(List.of(value))).isEqualTo(Field.extended("a").in(List.of(expected)));
		}
		else {
			assertThatIllegalArgumentException().isThrownBy(() -> CustomerPatch.builder().set("extended.a", value))
				.withMessageContaining("extended.a");
			assertThatIllegalArgumentException().isThrownBy(() -> Field.extended("a").eq(value))
				.withMessageContaining("extended.a");
			assertThat(CustomerPatch.builder().setOrClear("extended.a", value).build())
				.isEqualTo(CustomerPatch.builder().clear("extended.a").build());
		}
	}

	@ParameterizedTest
	@MethodSource("types")
	@DisplayName("is what Jackson writes for it in a record of the application")
	void isAsJacksonWrites(Object value, Object expected) {
		assertThat(JsonObject.from(new Holder(value)).get("value"))
			.isEqualTo(JsonObject.of("value", value).get("value"))
			.isEqualTo(expected);
	}

	@Test
	@DisplayName("follows the form of its field when it is a date of the old types")
	void followsFields() {
		GregorianCalendar calendar = GregorianCalendar.from(ZonedDateTime.parse("1980-04-06T00:00:00+01:00"));
		java.sql.Date day = java.sql.Date.valueOf("1980-04-06");
		for (Object value : List.of(calendar, day, Optional.of(day), LocalDateTime.parse("1980-04-06T01:00"))) {
			assertThat(Customer.of(Map.of("base", Map.of("dob", value))).toMap())
				.isEqualTo(Map.of("base", Map.of("dob", "1980-04-06")));
			assertThat(CustomerPatch.builder().set("base.dob", value).build().toMap())
				.isEqualTo(Map.of("base", Map.of("dob", "1980-04-06")));
			assertThat(Field.field("base.dob").eq(value)).isEqualTo(Field.field("base.dob").eq("1980-04-06"));
		}
		assertThat(Customer.of(Map.of("base", JsonObject.of("dob", calendar))).base().dob()).isEqualTo("1980-04-06");
		for (Object value : List.of(new Date(0), new java.sql.Timestamp(0), Optional.of(Instant.EPOCH))) {
			refuses("base.dob", () -> Customer.of(Map.of("base", Map.of("dob", value))), "without a zone");
			refuses("base.dob", () -> CustomerPatch.builder().set("base.dob", value), "without a zone");
			refuses("base.dob", () -> Field.field("base.dob").eq(value), "without a zone");
			assertThat(Customer.of(Map.of("registeredAt", value)).registeredAt()).isEqualTo(Instant.EPOCH);
			assertThat(Field.field("registeredAt").gt(value))
				.isEqualTo(Field.field("registeredAt").gt("1970-01-01T00:00:00.000Z"));
		}
		for (Object value : List.of(YearMonth.of(1980, 4), Year.of(1980), LocalTime.NOON)) {
			refuses("base.dob", () -> Customer.of(Map.of("base", Map.of("dob", value))), "give a LocalDate");
			refuses("base.dob", () -> Field.field("base.dob").eq(value), "give a LocalDate");
		}
	}

	static Stream<Named<Object>> refused() {
		return Stream.<Object>of(new Holder(1), new Object(), Path.of("/a"), new File("a"), Stream.of(1),
				List.of(1).iterator(), new BitSet(), new CompletableFuture<>(), Map.entry("a", 1),
				new IllegalStateException(), Thread.currentThread(), JapaneseDate.now(), (Runnable) () -> {
				}, JsonNodeFactory.instance.objectNode().put("a", 1), JsonNodeFactory.instance.textNode("a"))
			.map((value) -> Named.of(value.getClass().getSimpleName(), value));
	}

	@ParameterizedTest
	@MethodSource("refused")
	@DisplayName("is refused by name when it has no form, and the remedy is told")
	void refuses(Object value) {
		String remedy = "JsonObject.from(value) for a record or a bean of the application";
		refuses("'extended.a[0]'", () -> Customer.of(Map.of("extended", Map.of("a", List.of(value)))), remedy);
		refuses("'extended.a'", () -> CustomerPatch.builder().set("extended.a", value), remedy);
		refuses("'extended.a'", () -> Field.extended("a").eq(value), remedy);
	}

	@Test
	@DisplayName("is refused where it has no zone, and the remedy is told")
	void refusesLocalDateTimes() {
		LocalDateTime local = LocalDateTime.parse("2020-01-02T03:04");
		refuses("'extended.a'", () -> Customer.of(Map.of("extended", Map.of("a", local))), "dateTime.atZone(zone)");
		refuses("'extended.a'", () -> Field.extended("a").eq(Optional.of(local)), "dateTime.atZone(zone)");
		refuses("registeredAt", () -> Customer.of(Map.of("registeredAt", local)), "a date-time with its zone");
	}

	@Test
	@DisplayName("is refused when it holds itself, or half of a character")
	void refusesWhatCannotBeSent() {
		AtomicReference<Object> endless = new AtomicReference<>();
		endless.set(endless);
		refuses("'a'", () -> JsonObject.of("a", endless), "AtomicReference");
		refuses("'a'", () -> JsonObject.of("a", new StringBuilder("\ud83d")), "half of a character");
		refuses("'a'", () -> JsonObject.of("a", new char[] { '\ud83d' }), "half of a character");
		refuses("'a[0]'", () -> JsonObject.of("a", new double[] { Double.NaN }), "no number in JSON");
		refuses("'a'", () -> JsonObject.of("a", OptionalDouble.of(Double.NaN)), "no number in JSON");
	}

	@Test
	@DisplayName("is taken as it is now when it can change")
	void copies() {
		StringBuilder text = new StringBuilder("a");
		int[] numbers = { 1 };
		Date date = new Date(0);
		JsonObject properties = JsonObject.of("text", text, "numbers", numbers, "date", date);
		text.append("b");
		numbers[0] = 2;
		date.setTime(1);
		assertThat(properties)
			.isEqualTo(Map.of("text", "a", "numbers", List.of(1), "date", "1970-01-01T00:00:00.000Z"));
		assertThat(Customer.of(Map.of("future", properties)).toMap()).isEqualTo(Map.of("future", properties));
	}

	private static void refuses(String name, ThrowingCallable call, String remedy) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(name).withMessageContaining(remedy);
	}

	enum Size {

		@JsonProperty("small")
		SMALL, LARGE

	}

	record Holder(Object value) {

	}

}
