package io.contacthub.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MemberPath}.
 */
@DisplayName("The path of a member")
class MemberPathTests {

	/**
	 * By the type of a component: a text that is a value of it, the value as it is sent,
	 * a text that is none, and what is said of that.
	 */
	private static final Map<Type, Sample> SAMPLES = Map.of(
			String.class, new Sample("007", "007", null, ""), Boolean.class,
			new Sample("True", true, "yes", "'yes' is neither true nor false"), Integer.class, new Sample("1998", 1998,
					"1998.5", "'1998.5' is no whole number that is small enough: write digits, such as 1250"),
			BigDecimal.class,
			new Sample("45.4640", new BigDecimal("45.4640"), "45,4640",
					"'45,4640' is no number: write digits and a point, such as 12.50"),
			LocalDate.class,
			new Sample("1980-02-03T23:15:00-05:00", "1980-02-03", "03/02/1980",
					"'03/02/1980' is no date: write year-month-day, such as 1980-02-03"),
			Instant.class,
			new Sample("1980-02-03 10:15", "1980-02-03T10:15:00.000Z", "3.2.1980 10:15",
					"'3.2.1980 10:15' is no date and time: write year-month-day, T, time and zone, such as 1980-02-03T10:15:00Z"),
			ZoneId.class, new Sample("Europe/Rome", "Europe/Rome", "Europa/Rome",
					"'Europa/Rome' is no time zone: give its id, such as Europe/Rome"));

	private static final Sample OPEN = new Sample("my own", "my own", " ",
			"' ' is no value: give a text that is not blank");

	static Stream<Arguments> leaves() {
		return Stream.of(Customer.class, Event.class)
			.flatMap((root) -> MemberPath.leaves(root).stream().map((names) -> Arguments.of(root, names)));
	}

	@Test
	@DisplayName("is there for each member that is no object")
	void areAll() {
		assertThat(MemberPath.leaves(Customer.class)).hasSizeGreaterThan(60)
			.contains(List.of("id"), List.of("base", "contacts", "email"), List.of("tags", "manual"),
					List.of("base", "jobs"))
			.doesNotContain(List.of("extended"), List.of("base"), List.of("base", "jobs", "startDate"));
		assertThat(MemberPath.leaves(Event.class)).contains(List.of("type"), List.of("properties"),
				List.of("contextInfo"), List.of("bringBackProperties", "value"));
	}

	@ParameterizedTest
	@MethodSource("leaves")
	@DisplayName("reads a text by the type of the component, and says why it reads another one not")
	void reads(Class<? extends ApiObject> root, List<String> names) {
		MemberPath path = MemberPath.of(root, names);
		Type type = typeOf(root, names);
		Type item = (type instanceof ParameterizedType list) ? list.getActualTypeArguments()[0] : type;
		Sample sample = (item instanceof Class<?> raw && OpenValue.class.isAssignableFrom(raw)) ? OPEN
				: SAMPLES.get(item);
		if (sample == null) {
			assertThat(path.kind()).isEqualTo(MemberPath.Kind.OBJECT);
			assertThat(path.readJson((item == type) ? "{}" : "[{}]"))
				.isEqualTo((item == type) ? Map.of() : List.of(Map.of()));
			assertThatIllegalArgumentException().isThrownBy(() -> path.readJson("5"))
				.withMessageStartingWith("'5' is no ");
			return;
		}
		assertThat(path.kind()).isEqualTo((item == type) ? MemberPath.Kind.SCALAR : MemberPath.Kind.LIST);
		assertThat(path.isText()).isEqualTo(type == String.class);
		assertThat(path.read(sample.text())).isEqualTo(sample.plain());
		assertThat(path.read(path.write(sample.plain()))).isEqualTo(sample.plain());
		if (sample.wrong() != null) {
			assertThatIllegalArgumentException().isThrownBy(() -> path.read(sample.wrong()))
				.withMessage(sample.complaint());
		}
	}

	private static Type typeOf(Class<?> root, List<String> names) {
		Type type = root;
		for (String name : names) {
			type = Arrays.stream(((Class<?>) type).getRecordComponents())
				.filter((component) -> nameOf(component).equals(name))
				.findFirst()
				.orElseThrow()
				.getGenericType();
		}
		return type;
	}

	private static String nameOf(RecordComponent component) {
		JsonProperty annotation = component.getAccessor().getAnnotation(JsonProperty.class);
		return (annotation != null) ? annotation.value() : component.getName();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			externalId,              SCALAR
			tags.manual,             LIST
			base,                    OBJECT
			base.jobs,               OBJECT
			base.jobs.startDate,     ELEMENT
			base.jobs.future,        ELEMENT
			extended,                OBJECT
			extended.points,         FREE
			extended.car.brand,      FREE
			email,                   UNKNOWN
			base.shoeSize,           UNKNOWN
			base.firstName.first,    UNKNOWN
			""")
	@DisplayName("tells what is there")
	void isOfAKind(String path, MemberPath.Kind kind) {
		assertThat(MemberPath.of(Customer.class, List.of(path.split("\\."))).kind()).isEqualTo(kind);
	}

	@Test
	@DisplayName("leads into the properties of an event, whatever its type")
	void leadsIntoProperties() {
		assertThat(MemberPath.of(Event.class, List.of("properties", "amount")).kind()).isEqualTo(MemberPath.Kind.FREE);
		assertThat(MemberPath.of(Event.class, List.of("properties", "amount")).read("007")).isEqualTo("007");
	}

	@Test
	@DisplayName("reads a number as it is written, and in the digits of JSON only")
	void readsNumbers() {
		MemberPath path = MemberPath.typed(BigDecimal.class);
		assertThat(path.read("12.50")).isEqualTo(new BigDecimal("12.50"));
		assertThat(path.read("-1e3")).isEqualTo(new BigDecimal("-1e3"));
		for (String text : new String[] { "12,50", "1 000", " 1", "", "\u0661\u0662", "NaN", "0x10",
				"1".repeat(101) }) {
			assertThatIllegalArgumentException().isThrownBy(() -> path.read(text))
				.withMessageEndingWith("is no number: write digits and a point, such as 12.50");
		}
	}

	@Test
	@DisplayName("shows the beginning of a long text that it does not read")
	void showsTheBeginning() {
		assertThatIllegalArgumentException().isThrownBy(() -> MemberPath.typed(Boolean.class).read("x".repeat(1000)))
			.withMessage("'" + "x".repeat(60) + "…' is neither true nor false");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`',
			textBlock = """
					[{"companyName":"A","startDate":"1.2.2000"}] ~ element 1: startDate: '1.2.2000' is no date: write year-month-day, such as 1980-02-03
					[{"isCurrent":true},{"isCurrent":1}]        ~ element 2: isCurrent: '1' is neither true nor false
					[5]                                         ~ element 1: '5' is no object
					[null]                                      ~ element 1: 'null' is no object
					{"companyName":"A"}                         ~ '{"companyName":"A"}' is no list
					[{"a":1,"a":2}]                             ~ is no JSON: it has "a" twice
					[{"a":1}                                    ~ the JSON is not closed
					[{"a":"b                                    ~ the JSON is not closed
					[{"a":1,}]                                  ~ '[{"a":1,}]' is no JSON
					[nil]                                       ~ '[nil]' is no JSON
					[{"companyName":5}]                         ~ element 1: companyName: 5 is no text: write it as "5"
					[{"companyName":true}]                      ~ element 1: companyName: true is no text: write it as "true"
					[{"companyName":1.50}]                      ~ element 1: companyName: 1.50 is no text: write it as "1.50"
					[{"companyName":["A"]}]                     ~ element 1: companyName: '["A"]' is no text
					[] []                                       ~ is no JSON: there is more after its end
					``                                          ~ is no JSON: there is nothing
					""")
	@DisplayName("checks objects in JSON down to their members")
	void checksJson(String json, String message) {
		MemberPath path = MemberPath.of(Customer.class, List.of("base", "jobs"));
		assertThatIllegalArgumentException().isThrownBy(() -> path.readJson(json)).withMessage(message);
	}

	@Test
	@DisplayName("says in its own words that JSON is nested too deep")
	void refusesDepth() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> MemberPath.typed(null).readJson("[".repeat(2000) + "]".repeat(2000)))
			.withMessage("is JSON that is nested too deep, or has too long a name, text or number");
	}

	@Test
	@DisplayName("takes objects in JSON as they are, with members that are not known and those that are null")
	void takesJson() {
		MemberPath path = MemberPath.of(Customer.class, List.of("base", "jobs"));
		assertThat(path.readJson("[{\"companyName\":\"A\",\"endDate\":null,\"future\":12.50}]"))
			.isEqualTo(List.of(JsonObject.of("companyName", "A", "endDate", null, "future", new BigDecimal("12.50"))));
		assertThat(MemberPath.typed(null).readJson("[1,\"a\",null]")).isEqualTo(Arrays.asList(1, "a", null));
	}

	@Test
	@DisplayName("does not write what it would read as something else")
	void writesNothingElse() {
		MemberPath name = MemberPath.of(Customer.class, List.of("base", "firstName"));
		assertThatIllegalArgumentException().isThrownBy(() -> name.write(5)).withMessage("holds a number");
		assertThatIllegalArgumentException().isThrownBy(() -> name.write(true)).withMessage("holds a boolean");
		assertThatIllegalArgumentException().isThrownBy(() -> name.write(List.of())).withMessage("holds a list");
		assertThatIllegalArgumentException().isThrownBy(() -> name.write(Map.of())).withMessage("holds an object");
		MemberPath registered = MemberPath.of(Customer.class, List.of("registeredAt"));
		assertThat(registered.write(0)).isEqualTo("1970-01-01T00:00:00.000Z");
		assertThat(registered.write("no date")).isEqualTo("no date");
	}

	/**
	 * What is read and what is not.
	 *
	 * @param text a text that is read
	 * @param plain the value it is read as
	 * @param wrong a text that is not read, if there is one
	 * @param complaint what is said of that
	 */
	record Sample(String text, Object plain, String wrong, String complaint) {

	}

}
