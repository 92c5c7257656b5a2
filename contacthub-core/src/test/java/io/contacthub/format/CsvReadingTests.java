package io.contacthub.format;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.event.Event;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.FormCompiled;
import io.contacthub.json.ApiObject;
import io.contacthub.json.ContactHubJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for what rows of {@link CsvFormat} are read as.
 */
@DisplayName("A row of CSV")
class CsvReadingTests {

	private static final CsvFormat<Customer> CUSTOMERS = CsvFormat.of(Customer.class);

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`',
			textBlock = """
					base.address.zip            ~ 00100                     ~ "00100"
					base.firstName              ~ ' Ann  '                  ~ " Ann  "
					enabled                     ~ TRUE                      ~ true
					enabled                     ~ false                     ~ false
					base.dob                    ~ 1980-02-03                ~ "1980-02-03"
					base.dob                    ~ 1980-02-03T23:00:00+10:00 ~ "1980-02-03"
					registeredAt                ~ 1980-02-03                ~ "1980-02-03T00:00:00.000Z"
					registeredAt                ~ 1980-02-03T10:15+02:00    ~ "1980-02-03T08:15:00.000Z"
					base.address.geo.lat        ~ 45.46420                  ~ 45.46420
					base.timezone               ~ Europe/Rome               ~ "Europe/Rome"
					tags.manual                 ~ a|b c|                    ~ ["a","b c",""]
					tags.manual                 ~ []                        ~ []
					tags.manual                 ~ '["a|b","[c"]'            ~ ["a|b","[c"]
					base.jobs                   ~ '[{"companyName":"A","startDate":"2000-01-01"}]' ~ [{"companyName":"A","startDate":"2000-01-01"}]
					extended                    ~ '{"a":{"b":1.50}}'        ~ {"a":{"b":1.50}}
					extended.zip                ~ 007                       ~ "007"
					extended.a.b                ~ true                      ~ "true"
					extended.points:number      ~ 12.50                     ~ 12.50
					extended.points:number      ~ 12                        ~ 12
					extended.points:number      ~ 2147483647                ~ 2147483647
					extended.points:number      ~ 2147483648                ~ 2147483648
					extended.points:number      ~ 9223372036854775808       ~ 9223372036854775808
					extended.points:number      ~ 123456789012345678901     ~ 123456789012345678901
					extended.points:number      ~ -1E+2                     ~ -1E+2
					extended.vip:boolean        ~ True                      ~ true
					extended.any:json           ~ '[1,null,"a"]'            ~ [1,null,"a"]
					base.shoeSize:number        ~ 42                        ~ 42
					later:text                  ~ x                         ~ "x"
					""")
	@DisplayName("is read by what its column holds")
	void isReadByColumn(String column, String cell, String json) {
		Row<Customer> row = row(column, unquoted(cell));
		assertThat(row.refusal()).isNull();
		Object value = row.document();
		for (String name : column.replaceAll(":.*", "").split("\\.")) {
			value = ((Map<?, ?>) value).get(name);
		}
		assertThat(ContactHubJson.mapper().writeValueAsString(value)).isEqualTo(json);
		assertThat(ContactHubJson.mapper().writeValueAsString(row.value()))
			.isEqualTo(ContactHubJson.mapper().writeValueAsString(row.document()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`',
			textBlock = """
					enabled                ~ yes         ~ 'yes' is neither true nor false
					base.dob               ~ 03/02/1980  ~ '03/02/1980' is no date: write year-month-day, such as 1980-02-03
					base.dob               ~ 1980-02-30  ~ '1980-02-30' is no date: write year-month-day, such as 1980-02-03
					base.dob               ~ 19800203    ~ '19800203' is no date: write year-month-day, such as 1980-02-03
					registeredAt           ~ 10:15       ~ '10:15' is no date and time: write year-month-day, T, time and zone, such as 1980-02-03T10:15:00Z
					base.address.geo.lat   ~ '12,50'     ~ '12,50' is no number: write digits and a point, such as 12.50
					base.timezone          ~ Europa/Rome ~ 'Europa/Rome' is no time zone: give its id, such as Europe/Rome
					tags.manual            ~ '["a"'      ~ the JSON is not closed
					tags.manual            ~ '["x",5]'   ~ element 2: 5 is no text: write it as "5"
					tags.manual            ~ [1]         ~ element 1: 1 is no text: write it as "1"
					tags.manual            ~ '["x",null]' ~ element 2: 'null' is no text
					base.jobs              ~ '[{"startDate":"1/2/2000"}]' ~ element 1: startDate: '1/2/2000' is no date
					base.jobs              ~ a           ~ 'a' is no JSON
					extended               ~ [1]         ~ '[1]' is no object
					extended.points:number ~ many        ~ 'many' is no number: write digits and a point, such as 12.50
					extended.vip:boolean   ~ 1           ~ '1' is neither true nor false
					extended.any:json      ~ '{"a":1,"a":2}' ~ is no JSON: it has "a" twice
					extended.any:json      ~ '"\\ud800"' ~ 'any' holds half of a character
					""")
	@DisplayName("is refused when a cell is something else, which is told with how to write it")
	void isRefused(String column, String cell, String reason) {
		Row<Customer> row = row(column, unquoted(cell));
		assertThat(row.isRefused()).isTrue();
		assertThat(row.refusal().replace("column '" + column + "': ", "").replace("extended.", "")).startsWith(reason);
		assertThat(row.column()).isEqualTo(reason.startsWith("'any' holds") ? null : column);
		assertThat(row.line()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{\"a\"", "{\"a\":[1", "\"a", "[1,}", "tru", "[01]", "{a:1}", "{\"a\":1,\"a\":1}",
			"]", "[1] 2", "[\"\u0001\"]", "[\"\\x\"]", "1e" })
	@DisplayName("that holds no JSON is refused in one short sentence, which tells of no library")
	void isRefusedShortly(String json) {
		Row<Customer> row = row("extended", json);
		assertThat(row.column()).isEqualTo("extended");
		assertThat(row.refusal()).startsWith("column 'extended': ")
			.hasSizeLessThan(70)
			.contains("JSON")
			.doesNotContain("Source", "REDACTED", "marker", "expected", "Unexpected", "token", "code ");
	}

	@Test
	@DisplayName("tells all of its faults, and where it is")
	void tellsAllFaults() {
		List<Row<Customer>> rows = read("externalId,base.dob,enabled\n1,\"\n\",yes\n2,1980-02-03,true\n");
		assertThat(rows).extracting(Row::line).containsExactly(2L, 4L);
		assertThat(rows.get(0).refusal())
			.isEqualTo("column 'base.dob': ' ' is no date: write year-month-day, such as 1980-02-03;"
					+ " column 'enabled': 'yes' is neither true nor false");
		assertThat(rows.get(0).column()).isEqualTo("base.dob");
		assertThat(rows.get(1).isRefused()).isFalse();
	}

	@Test
	@DisplayName("has nothing where a cell is blank, and an empty text where that is in quotes")
	void tellsBlankFromEmpty() {
		Row<Customer> row = read("externalId,base.firstName,base.lastName,base.dob,tags.manual,extended.a,base.jobs\n"
				+ "1,,\"\",\"\",\"\",\"\",\"\"\n")
			.get(0);
		assertThat(row.document())
			.isEqualTo(Map.of("externalId", "1", "base", Map.of("lastName", ""), "extended", Map.of("a", "")));
	}

	@Test
	@DisplayName("clears what is blank, if it shall")
	void clearsBlanks() {
		Row<Customer> row = read(CUSTOMERS.withBlanks(Blanks.CLEAR),
				"id,base.firstName,base.dob,base.lastName\nc1,,,\"\"\n")
			.get(0);
		Map<String, Object> base = new HashMap<>(Map.of("lastName", ""));
		base.put("firstName", null);
		base.put("dob", null);
		assertThat(row.document()).isEqualTo(Map.of("id", "c1", "base", base));
		assertThat(CustomerPatch.of(row.document()).toMap()).isEqualTo(Map.of("base", base));
		assertThat(row.value().id()).isEqualTo("c1");
		assertThat(row.value().base().firstName()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`',
			textBlock = """
					1                ~ has 1 cell, the header 3
					1,2              ~ has 2 cells, the header 3
					1,2,3,           ~ has 4 cells, the header 3
					,,               ~ has no value in any column
					"a"b,2,3         ~ the quote that opens in line 2, cell 1 is closed before the end of the cell: double a quote that belongs to the text
					1,2,"3           ~ the quote that opens in line 2, cell 3 is not closed: close it, or double a quote that belongs to the text
					""")
	@DisplayName("is refused when it is not one of its header, and the next one is read")
	void isRefusedWhenRagged(String line, String reason) {
		List<Row<Customer>> rows = read("externalId,base.firstName,base.lastName\n" + line + "\n4,5,6\n");
		assertThat(rows).hasSize(2);
		assertThat(rows.get(0).refusal()).isEqualTo(reason);
		assertThat(rows.get(0).column()).isNull();
		assertThat(rows.get(1).value().externalId()).isEqualTo("4");
		assertThat(rows.get(1).line()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t" })
	@DisplayName("is separated as its header is")
	void isSeparatedAsHeader(String separator) {
		String text = "\uFEFFexternalId~base.firstName~base.lastName\r\n1~Ann~\"a,b;c\td\"\r\n".replace("~", separator);
		assertThat(read(text)).singleElement()
			.satisfies((row) -> assertThat(row.value().base().lastName()).isEqualTo("a,b;c\td"));
	}

	@Test
	@DisplayName("is separated by what is set")
	void isSeparatedByOption() {
		Row<Customer> row = read(CUSTOMERS.withSeparator('|').withListSeparator('+'),
				"externalId|base.firstName|tags.manual\n1|a,b;c|x+y\n")
			.get(0);
		assertThat(row.value().base().firstName()).isEqualTo("a,b;c");
		assertThat(row.value().tags().manual()).containsExactly("x", "y");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "windows-1252", "ISO-8859-15" })
	@DisplayName("is in the charset that is set")
	void isInCharset(String name) {
		Charset charset = Charset.forName(name);
		byte[] bytes = "externalId;base.firstName\n1;Zo\u00eb \u20ac\n".getBytes(charset);
		try (DocumentReader<Customer> reader = CUSTOMERS.withCharset(charset)
			.reader(new ByteArrayInputStream(bytes), "c.csv")) {
			assertThat(reader.next().value().base().firstName()).isEqualTo("Zo\u00eb \u20ac");
		}
	}

	@Test
	@DisplayName("is refused when it is in another charset, or its file is")
	void isRefusedInOtherCharset() {
		byte[] bytes = "externalId,base.firstName\n1,Zo\u00eb\n2,Ann\n".getBytes(StandardCharsets.ISO_8859_1);
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(new ByteArrayInputStream(bytes), "c.csv")) {
			assertThat(reader.stream().toList()).extracting(Row::refusal)
				.containsExactly("byte 5 of the row: 0xEB is no UTF-8: save the file as UTF-8, or give its charset,"
						+ " such as windows-1252", null);
		}
		byte[] header = "externalId,base.Zo\u00eb\n1,Zo\u00eb\n".getBytes(StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(UnreadableFileException.class)
			.isThrownBy(() -> CUSTOMERS.reader(new ByteArrayInputStream(header), "c.csv"))
			.withMessageStartingWith("c.csv, line 1: byte 19 of the row: 0xEB is no UTF-8");
	}

	@Test
	@DisplayName("is not read in another charset where its file begins with the mark of UTF-8")
	void isNotReadAgainstItsMark() {
		byte[] bytes = "\uFEFFexternalId,base.firstName\n1,Zo\u00eb\n".getBytes(StandardCharsets.UTF_8);
		CsvFormat<Customer> other = CUSTOMERS.withCharset(StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(UnreadableFileException.class)
			.isThrownBy(() -> other.reader(new ByteArrayInputStream(bytes), "c.csv"))
			.withMessage("c.csv begins with the byte order mark of UTF-8, and is to be read in ISO-8859-1: do not set"
					+ " the charset, or take the mark out");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "Shift_JIS", "IBM037", "GB18030" })
	@DisplayName("is not in a charset whose bytes are not told apart")
	void isNotInEachCharset(String charset) {
		assertThatIllegalArgumentException().isThrownBy(() -> CUSTOMERS.withCharset(Charset.forName(charset)))
			.withMessageStartingWith("charset is " + charset + ", which is not read: convert the file to UTF-8");
	}

	@Test
	@DisplayName("is refused when its key was in one before, which was not refused itself")
	void isRefusedForItsKey() {
		List<Row<Customer>> rows = read(CUSTOMERS.withColumn("No.", EXTERNAL_ID).withKey(EXTERNAL_ID),
				"No.,enabled\nA-7,yes\nA-7,true\n,true\n\"\",true\nA-8,true\nA-7,false\n");
		assertThat(rows).filteredOn(Row::isRefused)
			.extracting(Row::refusal)
			.containsExactly("column 'enabled': 'yes' is neither true nor false",
					"externalId 'A-7' is in line 3 already");
	}

	@Test
	@DisplayName("has the ' taken off that was put before a formula, if it was")
	void unescapesFormulas() {
		String text = "externalId,base.firstName,base.address.geo.lat\n'+39,''=x,-5\n'a,'=1,5\n";
		assertThat(read(CUSTOMERS.withFormulasEscaped(true), text))
			.extracting((row) -> row.value().externalId(), (row) -> row.value().base().firstName())
			.containsExactly(tuple("+39", "'=x"), tuple("'a", "=1"));
		assertThat(read(text).get(0).value().externalId()).isEqualTo("'+39");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			2147483647,          java.lang.Integer
			-2147483648,         java.lang.Integer
			2147483648,          java.lang.Long
			9223372036854775807, java.lang.Long
			9223372036854775808, java.math.BigInteger
			1.0,                 java.math.BigDecimal
			""")
	@DisplayName("has numbers of the type that they have in JSON")
	void hasNumbersOfJson(String cell, Class<?> type) {
		assertThat(row("extended.points:number", cell).value().extended().get("points")).isInstanceOf(type);
	}

	@Test
	@DisplayName("that was refused before is told by the cells that are its own")
	void countsItsOwnCells() {
		List<Row<Customer>> rows = read("#line,#reason,externalId,enabled\n5,why,1\n6\n7,why,2,true\n");
		assertThat(rows).extracting(Row::refusal)
			.containsExactly("has 1 cell, the header 2", "has 0 cells, the header 2", null);
		assertThatExceptionOfType(UnreadableFileException.class)
			.isThrownBy(() -> read("#line,#reason,externalId\n5,why,\"1\n"))
			.withMessageContaining("has one column");
	}

	@Test
	@DisplayName("is an event, whose properties are of its type")
	void isAnEvent() {
		String text = "type,context,date,bringBackProperties.type,bringBackProperties.value,properties.formName\n"
				+ "formCompiled,WEB,2026-11-26T10:00:00Z,EXTERNAL_ID,A-7,signup\n";
		Row<Event> row = read(CsvFormat.of(Event.class), text).get(0);
		assertThat(row.value().type()).isEqualTo(EventType.FORM_COMPILED);
		assertThat(row.value().properties()).isInstanceOfSatisfying(FormCompiled.class,
				(properties) -> assertThat(properties.formName()).isEqualTo("signup"));
		assertThat(row.value().bringBackProperties().value()).isEqualTo("A-7");
	}

	@Test
	@DisplayName("may hold what ContactHub sets, so that an export is read")
	void mayHoldReadOnlyMembers() {
		try (DocumentReader<Customer> reader = CUSTOMERS
			.reader(stream("id,nodeId,registeredAt,sourceInfo.registeredBy\nc1,n1,1980-02-03,x\n"), "c.csv")) {
			assertThat(reader.columns()).containsExactly("id", "nodeId", "registeredAt", "sourceInfo.registeredBy");
			assertThat(reader.next().value().id()).isEqualTo("c1");
		}
	}

	@Test
	@DisplayName("can be long, but not without end")
	void hasALimit() {
		String text = "externalId,base.firstName\n1," + "x".repeat(2000) + "\n";
		assertThat(read(text).get(0).value().base().firstName()).hasSize(2000);
		assertThatExceptionOfType(UnreadableFileException.class)
			.isThrownBy(() -> read(CUSTOMERS.withRecordLimit(1000), text))
			.withMessageContaining("more than 1000 bytes in the row that begins at line 2");
	}

	@Test
	@DisplayName("of one column must have right quotes, since each line of it could be a row")
	void ofOneColumn() {
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read("externalId\n1\n\"2\n3\n"))
			.withMessageStartingWith("c.csv has one column, of which no row can be told from another: the quote that"
					+ " opens in line 3, cell 1 is not closed")
			.satisfies((ex) -> assertThat(ex.line()).isEqualTo(3));
		assertThat(read("externalId\n1\n\n2\n")).extracting((row) -> row.value().externalId())
			.containsExactly("1", "2");
	}

	/**
	 * Take the quotes of the table off, within which is what is not trimmed.
	 */
	private static String unquoted(String cell) {
		return (cell.startsWith("'") && cell.endsWith("'")) ? cell.substring(1, cell.length() - 1) : cell;
	}

	private static Row<Customer> row(String column, String cell) {
		return read(column + ",base.lastName\n\"" + cell.replace("\"", "\"\"") + "\",\n").get(0);
	}

	private static List<Row<Customer>> read(String text) {
		return read(CUSTOMERS, text);
	}

	private static <T extends ApiObject> List<Row<T>> read(CsvFormat<T> format, String text) {
		try (DocumentReader<T> reader = format.reader(stream(text), "c.csv")) {
			return reader.stream().toList();
		}
	}

	private static ByteArrayInputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}
