package io.contacthub.format;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.contacthub.customer.Customer;
import io.contacthub.query.Field;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for headers that {@link CsvFormat} reads.
 */
@DisplayName("The header of CSV")
class CsvHeaderTests {

	private static final CsvFormat<Customer> CUSTOMERS = CsvFormat.of(Customer.class);

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`',
			textBlock = """
					externalId,email          ~ column 2 'email' is no field: did you mean base.contacts.email? Give the column a field, or leave it out
					E-Mail;externalId         ~ column 1 'E-Mail' is no field: did you mean base.contacts.email? Give the column a field, or leave it out
					externalId,base.firstname ~ column 2 'base.firstname' is no field: did you mean base.firstName? Give the column a field, or leave it out
					external_id,enabled       ~ column 1 'external_id' is no field: did you mean externalId? Give the column a field, or leave it out
					base.contacts.emial,id    ~ column 1 'base.contacts.emial' is no field: did you mean base.contacts.email? Give the column a field, or leave it out
					id,Kundennummer           ~ column 2 'Kundennummer' is no field: give the column a field, or leave it out
					id,x                      ~ column 2 'x' is no field: give the column a field, or leave it out
					id,id                     ~ column 2 'id' is the same field as column 1
					id,base.address.city,base.address ~ column 3 'base.address' and column 2 'base.address.city' hold each other: keep one of them
					extended.a,extended.a.b   ~ column 2 'extended.a.b' and column 1 'extended.a' hold each other: keep one of them
					id,                       ~ column 2 has no name: name it, or take it out of the file
					id,base.jobs.companyName  ~ column 2 'base.jobs.companyName' is within the elements of a list: put base.jobs as JSON into one cell
					id,base.jobs[0].companyName ~ column 2 'base.jobs[0].companyName' is an element of a list: put base.jobs into one cell
					id,tags.manual[0]         ~ column 2 'tags.manual[0]' is an element of a list: put tags.manual into one cell
					id,base.firstName[0]      ~ column 2 'base.firstName[0]' is no field: give the column a field, or leave it out
					id,base.contacts.phone1   ~ column 2 'base.contacts.phone1' is no field: did you mean base.contacts.phone? Give the column a field, or leave it out
					id,twittter               ~ column 2 'twittter' is no field: did you mean base.socialProfile.twitter? Give the column a field, or leave it out
					id,twitxxx                ~ column 2 'twitxxx' is no field: give the column a field, or leave it out
					id,base..dob              ~ column 2 'base..dob' is no path of a field, such as base.contacts.email
					id,base.dob:text          ~ column 2 'base.dob:text' names a field whose type is known: leave ':text' out
					id,extended.a:date        ~ column 2 'extended.a:date' has the type 'date', which is none of text, number, boolean and json
					id,"a"b                   ~ the quote that opens in line 1, cell 2 is closed before the end of the cell: double a quote that belongs to the text
					""")
	@DisplayName("is refused before any row, and says what the column should be")
	void isRefused(String header, String reason) {
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> columns(CUSTOMERS, header))
			.withMessage("c.csv, line 1: " + reason)
			.satisfies((ex) -> assertThat(ex.line()).isOne());
	}

	@ParameterizedTest
	@ValueSource(strings = { "4711;mario.rossi@example.com;Mario", "Mario;Rossi;+39 333 123", "Mario;Rossi;1980-02-03",
			"Mario;1980-02-03T10:15:00Z", "Mario;10:15", "externalId;Mario;mario@example.com", "Mario;12 Via Roma" })
	@DisplayName("that is a row is refused without its texts, which may be personal")
	void showsNoRow(String row) {
		int column = row.startsWith("externalId") ? 2 : 1;
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> columns(CUSTOMERS, row))
			.withMessage("c.csv, line 1: column " + column
					+ " is no field: the first line must name the columns, and looks like a row")
			.satisfies((ex) -> assertThat(stackTrace(ex)).doesNotContain(row.split(";")));
	}

	private static String stackTrace(Throwable thrown) {
		StringWriter text = new StringWriter();
		thrown.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@Test
	@DisplayName("must be there")
	void mustBeThere() {
		for (String text : List.of("", "\uFEFF", "\n\r\n")) {
			assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> columns(CUSTOMERS, text))
				.withMessage("c.csv is empty: its first line must name the columns");
		}
	}

	@Test
	@DisplayName("is enough for a file without rows")
	void isEnough() {
		try (DocumentReader<Customer> reader = reader(CUSTOMERS, "externalId,base.dob")) {
			assertThat(reader.hasNext()).isFalse();
			assertThat(reader.position()).isEqualTo(RowPosition.START);
		}
	}

	@Test
	@DisplayName("names what is mapped and leaves out what is not read, whatever is in it")
	void isMapped() {
		CsvFormat<Customer> format = CUSTOMERS.withColumn("E-Mail", BASE.CONTACTS.EMAIL)
			.withColumn("Punkte", "extended.points:number")
			.withoutColumn("Notiz")
			.withoutColumn("nicht da");
		assertThat(columns(format, "E-Mail;Notiz;Punkte;#x;externalId\na@example.com;n;5;x;1\n"))
			.containsExactly("base.contacts.email", "extended.points", "externalId");
		try (DocumentReader<Customer> reader = reader(format, "E-Mail,Punkte\n\"a@example.com\",5\n")) {
			assertThat(reader.next().value().extended()).containsEntry("points", 5);
		}
	}

	@Test
	@DisplayName("must have the columns that are mapped, and that of the key")
	void mustHaveColumns() {
		assertThatExceptionOfType(UnreadableFileException.class)
			.isThrownBy(() -> columns(CUSTOMERS.withColumn("Mail", BASE.CONTACTS.EMAIL), "id,externalId"))
			.withMessage("c.csv, line 1: there is no column 'Mail', which was to be base.contacts.email");
		assertThatExceptionOfType(UnreadableFileException.class)
			.isThrownBy(() -> columns(CUSTOMERS.withKey(EXTERNAL_ID), "id,enabled"))
			.withMessage("c.csv, line 1: there is no column for externalId, by which rows are told apart");
	}

	@Test
	@DisplayName("tells programs what is wrong with it, and with which column")
	void tellsItsKind() {
		assertThat(failure(CUSTOMERS, "externalId,email"))
			.returns(UnreadableFileException.Kind.UNKNOWN_FIELD, UnreadableFileException::kind)
			.returns("email", UnreadableFileException::column)
			.returns("base.contacts.email", UnreadableFileException::suggestion);
		assertThat(failure(CUSTOMERS, "id,Kundennummer")).returns("Kundennummer", UnreadableFileException::column)
			.returns(null, UnreadableFileException::suggestion);
		assertThat(failure(CUSTOMERS, "id,base..dob"))
			.returns(UnreadableFileException.Kind.UNKNOWN_FIELD, UnreadableFileException::kind)
			.returns("base..dob", UnreadableFileException::column);
		assertThat(failure(CUSTOMERS.withColumn("Mail", BASE.CONTACTS.EMAIL), "id,externalId"))
			.returns(UnreadableFileException.Kind.MISSING_COLUMN, UnreadableFileException::kind)
			.returns("Mail", UnreadableFileException::column);
		assertThat(failure(CUSTOMERS, "externalId,enabled;base.dob")).returns(UnreadableFileException.Kind.SEPARATOR,
				UnreadableFileException::kind);
		assertThat(failure(CUSTOMERS, "4711;mario.rossi@example.com;Mario"))
			.returns(UnreadableFileException.Kind.OTHER, UnreadableFileException::kind)
			.returns(null, UnreadableFileException::column);
		assertThat(failure(CUSTOMERS.withCharset(StandardCharsets.US_ASCII), "id,Caf\u00e9"))
			.returns(UnreadableFileException.Kind.CHARSET, UnreadableFileException::kind);
	}

	private static UnreadableFileException failure(CsvFormat<Customer> format, String header) {
		return catchThrowableOfType(UnreadableFileException.class, () -> columns(format, header));
	}

	@Test
	@DisplayName("must have a column that is read")
	void mustHaveAnyColumn() {
		assertThatExceptionOfType(UnreadableFileException.class)
			.isThrownBy(() -> columns(CUSTOMERS.withoutColumn("a"), "#a,a,#id\n1,2,3"))
			.withMessage("c.csv, line 1: none of the columns is read");
	}

	@Test
	@DisplayName("must say by what it is separated")
	void mustSayItsSeparator() {
		assertThatExceptionOfType(UnreadableFileException.class)
			.isThrownBy(() -> columns(CUSTOMERS, "externalId,enabled;base.dob"))
			.withMessage("c.csv may be separated by more than one character, going by its first line, which has"
					+ " 1 comma and 1 semicolon: say which one separates cells");
		assertThatExceptionOfType(UnreadableFileException.class)
			.isThrownBy(() -> columns(CUSTOMERS, "id;enabled\tbase.dob,extra,externalId;base.title"))
			.withMessageContaining("which has 2 commas and 2 semicolons: say");
		assertThatExceptionOfType(UnreadableFileException.class)
			.isThrownBy(() -> columns(CUSTOMERS, "id,enabled;a,b;c\td\te"))
			.withMessageContaining("which has 2 tabs, 2 commas and 2 semicolons: say");
		assertThat(columns(CUSTOMERS.withoutColumn("a,b"), "a,b;id;enabled")).containsExactly("id", "enabled");
		assertThat(columns(CUSTOMERS.withoutColumn("a;b\tc"), "a;b\tc,id,enabled")).containsExactly("id", "enabled");
		assertThat(columns(CUSTOMERS.withoutColumn("a;b"), "externalId,\"a;b\"")).containsExactly("externalId");
		assertThat(columns(CUSTOMERS, "externalId")).containsExactly("externalId");
	}

	@Test
	@DisplayName("that is wrong is refused where it is set")
	void isCheckedWhereItIsSet() {
		assertThatIllegalArgumentException().isThrownBy(() -> CUSTOMERS.withColumn("a", "email"))
			.withMessageStartingWith("is no field: did you mean base.contacts.email?");
		assertThatIllegalArgumentException().isThrownBy(() -> CUSTOMERS.withColumn("a", Field.extended("a.b")))
			.withMessageContaining("holds a dot");
		assertThatIllegalArgumentException().isThrownBy(() -> CUSTOMERS.withColumns("id", "id"))
			.withMessage("column 2 'id' is the same field as column 1");
		assertThatIllegalArgumentException().isThrownBy(() -> CUSTOMERS.withSeparator('"'));
		assertThatIllegalArgumentException().isThrownBy(() -> CUSTOMERS.withSeparator('\u00e9'));
		assertThatIllegalArgumentException().isThrownBy(() -> CUSTOMERS.withListSeparator('['));
		assertThatIllegalArgumentException().isThrownBy(() -> CUSTOMERS.withRecordLimit(0));
		assertThatIllegalArgumentException().isThrownBy(() -> CUSTOMERS.withRecordLimit(1 << 25));
		assertThatIllegalArgumentException().isThrownBy(() -> CUSTOMERS.withKeyLimit(0));
	}

	private static List<String> columns(CsvFormat<Customer> format, String text) {
		try (DocumentReader<Customer> reader = reader(format, text)) {
			return reader.columns();
		}
	}

	private static DocumentReader<Customer> reader(CsvFormat<Customer> format, String text) {
		return format.reader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "c.csv");
	}

}
