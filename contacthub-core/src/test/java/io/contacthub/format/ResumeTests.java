package io.contacthub.format;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.contacthub.customer.Customer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for going on with a file.
 */
@DisplayName("Reading is resumed")
class ResumeTests {

	private static final CsvFormat<Customer> CSV = CsvFormat.of(Customer.class).withKey(EXTERNAL_ID);

	private static final int ROWS = 50;

	@Test
	@DisplayName("at each row of CSV, with the same rows, refused ones and equal keys among them")
	void inCsv() {
		StringBuilder text = new StringBuilder("\uFEFFexternalId,base.firstName,enabled\r\n");
		for (int i = 0; i < ROWS; i++) {
			String row = switch (i % 7) {
				case 1 -> i + ",\"a\r\nb\",true\r\n\r\n";
				case 2 -> i + ",\"open,true\r\n";
				case 3 -> i + ",a\r\n";
				case 4 -> "0,a,true\n";
				case 5 -> i + ",a,yes\r";
				default -> i + ",\u20ac,false\n";
			};
			text.append(row);
		}
		check(CSV, text.toString());
	}

	@Test
	@DisplayName("at each row of JSON Lines")
	void inJsonLines() {
		StringBuilder text = new StringBuilder("# customers\n");
		for (int i = 0; i < ROWS; i++) {
			text.append((i % 5 == 3) ? "{\n" : "\n{\"externalId\":\"" + i % 20 + "\"}\r\n");
		}
		check(JsonLinesFormat.of(Customer.class).withKey(EXTERNAL_ID), text.toString());
	}

	private static void check(DocumentFormat<Customer> format, String text) {
		List<Row<Customer>> all = rows(reader(format, text));
		assertThat(all).hasSize(ROWS).anyMatch(Row::isRefused);
		for (int done = 0; done <= ROWS; done++) {
			RowPosition position = (done == 0) ? RowPosition.START : all.get(done - 1).position();
			DocumentReader<Customer> reader = reader(format, text);
			reader.resume(RowPosition.parse(position.toText()));
			assertThat(reader.position()).isEqualTo(position);
			List<Row<Customer>> rest = rows(reader);
			assertThat(rest).usingElementComparator(Comparator.comparing(ResumeTests::described))
				.containsExactlyElementsOf(all.subList(done, ROWS));
		}
	}

	@Test
	@DisplayName("only in the file that was read before, as far as it was read")
	void onlyInTheSameFile() {
		String text = "externalId,enabled\n1,true\n2,true\n3,true\n";
		RowPosition position = rows(reader(CSV, text)).get(1).position();
		for (String other : List.of(text.replace("1,", "5,"), text.replace("true\n2", "true \n2"),
				text.replace("2,true\n3,true\n", ""), text.replace("2,true\n3,true\n", "2,true"),
				text.replace("2,true", "2,yes"), "\n" + text)) {
			assertThatExceptionOfType(UnreadableFileException.class)
				.isThrownBy(() -> reader(CSV, other).resume(position))
				.withMessage("c.csv is not the file that was read before, or has been changed: up to line 3 it must"
						+ " be the same to go on from there")
				.returns(UnreadableFileException.Kind.CHANGED, UnreadableFileException::kind);
		}
		DocumentReader<Customer> longer = reader(CSV, text.replace("3,true", "4,false") + "5,true\n");
		longer.resume(position);
		assertThat(rows(longer)).extracting((row) -> row.value().externalId()).containsExactly("4", "5");
	}

	@Test
	@DisplayName("before any row is given")
	void beforeAnyRow() {
		DocumentReader<Customer> reader = reader(CSV, "externalId,enabled\n1,true\n2,true\n");
		RowPosition position = reader.next().position();
		assertThatIllegalStateException().isThrownBy(() -> reader.resume(position))
			.withMessageContaining("open another one");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1-2-3", "1-2-3-zz", "1-2-3-123456789", "-1-2-3-4", "9999999999999999999-1-1-1" })
	@DisplayName("from a position that is one")
	void fromAPosition(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> RowPosition.parse(text))
			.withMessage("'" + text + "' is no position: give what toText() gave");
	}

	@Test
	@DisplayName("from a position that was kept as a text")
	void fromAText() {
		RowPosition position = new RowPosition(1, 22, 333, -1);
		assertThat(position.toText()).isEqualTo("1-22-333-ffffffff");
		assertThat(RowPosition.parse(position.toText())).isEqualTo(position);
	}

	private static String described(Row<Customer> row) {
		return row.number() + " " + row + " " + row.refusal() + " " + row.position();
	}

	private static DocumentReader<Customer> reader(DocumentFormat<Customer> format, String text) {
		return format.reader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "c.csv");
	}

	private static List<Row<Customer>> rows(DocumentReader<Customer> reader) {
		List<Row<Customer>> rows = new ArrayList<>();
		reader.forEachRemaining(rows::add);
		return rows;
	}

}
