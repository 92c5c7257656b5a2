package io.contacthub.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.json.ApiObject;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Field;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what {@link CsvFormat} writes.
 */
@DisplayName("A document is written as CSV")
class CsvWritingTests {

	private static final CsvFormat<Customer> CUSTOMERS = CsvFormat.of(Customer.class);

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			externalId             ~ {"externalId":"007"}                        ~ 007
			externalId             ~ {"externalId":"a,\\"b\\""}                  ~ "a,""b\"""
			externalId             ~ {"externalId":""}                           ~ ""
			base.dob               ~ {"base":{"dob":"1980-02-03"}}               ~ 1980-02-03
			base.dob               ~ {"base":{"dob":"31/12/1980"}}               ~ 31/12/1980
			enabled                ~ {"enabled":true}                            ~ true
			registeredAt           ~ {"registeredAt":"2026-11-26T10:00:00+0000"} ~ 2026-11-26T10:00:00.000Z
			registeredAt           ~ {"registeredAt":0}                          ~ 1970-01-01T00:00:00.000Z
			base.address.geo.lat   ~ {"base":{"address":{"geo":{"lat":45.10}}}}  ~ 45.10
			tags.manual            ~ {"tags":{"manual":["a","b c"]}}             ~ a|b c
			tags.manual            ~ {"tags":{"manual":[]}}                      ~ []
			tags.manual            ~ {"tags":{"manual":["a|b"]}}                 ~ "[""a|b""]"
			tags.manual            ~ {"tags":{"manual":["[a","b"]}}              ~ "[""[a"",""b""]"
			tags.manual            ~ {"tags":{"manual":[""]}}                    ~ "[\"""\"]"
			tags.manual            ~ {"tags":{"manual":["a",null]}}              ~ "[""a"",null]"
			base.jobs              ~ {"base":{"jobs":[{"id":"1"}]}}              ~ "[{""id"":""1""}]"
			extended               ~ {"extended":{"a":1.50}}                     ~ "{""a"":1.50}"
			extended.a.b           ~ {"extended":{"a":{"b":"x"}}}                ~ x
			extended.a.b           ~ {"extended":"{\\"a\\":{\\"b\\":\\"x\\"}}"}  ~ x
			extended.a:number      ~ {"extended":{"a":1E+2}}                     ~ 1E+2
			extended.a:boolean     ~ {"extended":{"a":false}}                    ~ false
			extended.a:json        ~ {"extended":{"a":"x"}}                      ~ \"""x\"""
			extended.a:json        ~ {"extended":{"a":[1,null]}}                 ~ "[1,null]"
			""")
	@DisplayName("by what a column holds, and is read again as it was")
	void byColumn(String column, String document, String cell) throws IOException {
		CsvFormat<Customer> format = CUSTOMERS.withColumns(column, "extra");
		Customer customer = Customer.of(ContactHubJson.mapper().readValue(document, JsonObject.class));
		String text = write(format, customer);
		assertThat(text).isEqualTo(column + ",extra\n" + cell + ",\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`',
			textBlock = """
					externalId         ~ {"externalId":7}             ~ column 'externalId' holds a number, which is read as something else: leave the column out, or write JSON Lines
					base.dob           ~ {"base":{"dob":[]}}          ~ column 'base.dob' holds a list, which is read as something else: leave the column out, or write JSON Lines
					tags.manual        ~ {"tags":{"manual":"a"}}      ~ column 'tags.manual' holds what is no list, which is read as something else: leave the column out, or write JSON Lines
					extended.a         ~ {"extended":{"a":5}}         ~ column 'extended.a' holds a number, which is read as something else: name the column 'extended.a:number', or 'extended.a:json', which holds any value
					extended.a         ~ {"extended":{"a":true}}      ~ column 'extended.a' holds a boolean, which is read as something else: name the column 'extended.a:boolean', or 'extended.a:json', which holds any value
					extended.a         ~ {"extended":{"a":{}}}        ~ column 'extended.a' holds an object, which is read as something else: name the column 'extended.a:json', which holds any value
					extended.a:number  ~ {"extended":{"a":"5"}}       ~ column 'extended.a:number' holds a text, which is read as something else: name the column 'extended.a:json', which holds any value
					extended.a:boolean ~ {"extended":{"a":1}}         ~ column 'extended.a:boolean' holds a number, which is read as something else: name the column 'extended.a:json', which holds any value
					""")
	@DisplayName("unless a column would be read as something else, which is told with its remedy")
	void isRefused(String column, String document, String message) throws IOException {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (DocumentWriter<Customer> writer = CUSTOMERS.withColumns(column).writer(output)) {
			Customer customer = Customer.of(ContactHubJson.mapper().readValue(document, JsonObject.class));
			assertThatIllegalArgumentException().isThrownBy(() -> writer.write(customer)).withMessage(message);
			assertThat(writer.written()).isZero();
		}
		assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo(column + "\n");
	}

	@Test
	@DisplayName("with all fields that are known, unless columns are given")
	void withAllFields() {
		String text = write(CUSTOMERS, Customer.builder().externalId("1").build());
		assertThat(text.lines().toList()).hasSize(2)
			.first()
			.asString()
			.startsWith("id,nodeId,externalId,extra,enabled,base.pictureUrl")
			.contains(",base.contacts.email,", ",base.jobs,", ",tags.manual,")
			.doesNotContain("extended");
		assertThat(write(CsvFormat.of(Event.class), Event.of(Map.of("type", "loggedIn", "properties", Map.of()))))
			.startsWith("id,customerId,bringBackProperties.type,")
			.contains(",properties,contextInfo,");
	}

	@Test
	@DisplayName("in the form that is set")
	void inForm() {
		CsvFormat<Customer> format = CUSTOMERS.withColumns(EXTERNAL_ID, BASE.FIRST_NAME)
			.withSeparator(';')
			.withByteOrderMark(true);
		Customer customer = Customer.builder().externalId("1;\u20ac").build();
		assertThat(write(format, customer)).isEqualTo("\uFEFFexternalId;base.firstName\n\"1;\u20ac\";\n");
		assertThat(new String(bytes(format, List.of()), StandardCharsets.UTF_8))
			.isEqualTo("\uFEFFexternalId;base.firstName\n");
		Charset charset = Charset.forName("windows-1252");
		assertThat(new String(bytes(format.withCharset(charset), List.of(customer)), charset))
			.isEqualTo("externalId;base.firstName\n\"1;\u20ac\";\n");
		Customer other = Customer.builder().externalId("\u4f60").build();
		assertThatIllegalArgumentException().isThrownBy(() -> write(format.withCharset(charset), other))
			.withMessage("column 'externalId' holds a character that windows-1252 has not: write UTF-8");
	}

	@Test
	@DisplayName("behind others, without another header")
	void behindOthers() throws IOException {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (DocumentWriter<Customer> writer = CUSTOMERS.withColumns(EXTERNAL_ID, BASE.FIRST_NAME)
			.writer(output)
			.append()) {
			writer.write(Customer.builder().externalId("1").build());
		}
		assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("1,\n");
	}

	@Test
	@DisplayName("with what a spreadsheet takes for a formula counted, or made a text")
	void withFormulas() throws IOException {
		CsvFormat<Customer> format = CUSTOMERS.withColumns("externalId", "extended.a:number", "tags.manual");
		List<String> texts = List.of("=1", "+39 02", "-", "@a", "\t", "'=1", "''+", "'a", "a=");
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (DocumentWriter<Customer> writer = format.writer(output)) {
			for (String text : texts) {
				writer.write(customer(text));
			}
			assertThat(writer.formulas()).isEqualTo(2 * 5);
		}
		assertThat(output.toString(StandardCharsets.UTF_8)).contains("=1,-5,=1|x\n");
		CsvFormat<Customer> escaped = format.withFormulasEscaped(true);
		List<Customer> customers = texts.stream().map(CsvWritingTests::customer).toList();
		byte[] bytes = bytes(escaped, customers);
		assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("'=1,-5,'=1|x\n", "''=1,-5,''=1|x\n",
				"\n'a,-5,'a|x\n");
		try (DocumentReader<Customer> reader = escaped.reader(new ByteArrayInputStream(bytes), "c.csv")) {
			assertThat(reader.stream().map(Row::value)).containsExactlyElementsOf(customers);
		}
	}

	private static Customer customer(String text) {
		return Customer.of(Map.of("externalId", text, "extended", Map.of("a", new BigDecimal(-5).intValue()), "tags",
				Map.of("manual", List.of(text, "x"))));
	}

	@Test
	@DisplayName("in columns of fields whose names have no dots")
	void inColumnsOfFields() {
		assertThatIllegalArgumentException().isThrownBy(() -> CUSTOMERS.withColumns(Field.extended("a.b")))
			.withMessageContaining("holds a dot");
	}

	private static <T extends ApiObject> String write(CsvFormat<T> format, T document) {
		return new String(bytes(format, List.of(document)), StandardCharsets.UTF_8);
	}

	private static <T extends ApiObject> byte[] bytes(CsvFormat<T> format, List<T> documents) {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (DocumentWriter<T> writer = format.writer(output)) {
			for (T document : documents) {
				writer.write(document);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return output.toByteArray();
	}

}
