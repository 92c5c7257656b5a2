package io.contacthub.samples.desk.move;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DayInput}, {@link DayOrder} and {@link DayGuess}.
 */
@DisplayName("Days of a file")
class DayInputTests {

	@Test
	@DisplayName("are changed in their column only, and everything else stays as it is")
	void changesColumn() throws Exception {
		String file = "\uFEFF\"born\";name\r\n31.12.1990;\"31.12.1990\"\r\n\"1.2.1990\" ;\"a \"\"1\"\";\n;31.12.1990\"\r\n"
				+ ";5\" disk\r\n99.99.1990;x\r\n\r\n1990-02-03;Zo\u00eb";
		assertThat(read(file, StandardCharsets.UTF_8, null, DayOrder.DAY::read)).isEqualTo(
				"\uFEFF\"born\";name\r\n1990-12-31;\"31.12.1990\"\r\n1990-02-01;\"a \"\"1\"\";\n;31.12.1990\"\r\n"
						+ ";5\" disk\r\n99.99.1990;x\r\n\r\n1990-02-03;Zo\u00eb");
		assertThat(read(file, StandardCharsets.UTF_8, ';', UnaryOperator.identity())).isEqualTo(file);
	}

	@Test
	@DisplayName("are changed in files of any encoding, with any separator, down to an empty one")
	void readsAny() throws Exception {
		Charset windows = Charset.forName("windows-1252");
		assertThat(read("n\tborn\nZo\u00eb\t12/31/1990\n", windows, null, DayOrder.MONTH::read))
			.isEqualTo("n\tborn\nZo\u00eb\t1990-12-31\n");
		assertThat(read("", windows, null, DayOrder.MONTH::read)).isEmpty();
		assertThat(read("born", windows, ',', DayOrder.MONTH::read)).isEqualTo("born");
	}

	@Test
	@DisplayName("are changed behind a header that begins with empty lines, and has more of another separator in quotes")
	void readsHeader() throws Exception {
		String file = "\r\n\n\"n\";\"name, given name, title, form of \"\"address\"\"\";born\n1;Bob;%s\n";
		assertThat(read(file.formatted("31.12.1990"), StandardCharsets.UTF_8, null, DayOrder.DAY::read))
			.isEqualTo(file.formatted("1990-12-31"));
		String marked = "\uFEFF\n\"born\"\n%s\n";
		assertThat(read(marked.formatted("31.12.1990"), StandardCharsets.UTF_8, null, DayOrder.DAY::read))
			.isEqualTo(marked.formatted("1990-12-31"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "n;size 5\";born\n", "n;\"size\";born\n1;\"Bob;31.12.1990\n",
			"n;size;born\n1;\"Bob\"by;31.12.1990\n" })
	@DisplayName("are changed behind a quote that is not closed, and not all of the file is looked through for its end")
	void readsWrongQuotes(String beginning) throws Exception {
		String row = "2;Ann;%s\n";
		byte[] file = (beginning + row.formatted("31.12.1990").repeat(150_000)).getBytes(StandardCharsets.UTF_8);
		ByteArrayInputStream source = new ByteArrayInputStream(file);
		try (InputStream input = days(source, StandardCharsets.UTF_8, null, DayOrder.DAY::read)) {
			assertThat(new String(input.readNBytes(beginning.length()), StandardCharsets.UTF_8)).isEqualTo(beginning);
			assertThat(source.available()).isGreaterThan(file.length / 2);
			assertThat(new String(input.readAllBytes(), StandardCharsets.UTF_8))
				.isEqualTo(row.formatted("1990-12-31").repeat(150_000));
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			31.12.1990,           DAY,   -
			05.06.1990,           DAY,   -
			05/06/1990 31/12/1990, DAY,  -
			05/06/1990 12/31/1990, MONTH, -
			05/06/1990,           YEAR,  05/06/1990
			12/31/1990 31/12/1990, YEAR, -
			1990-12-31,           YEAR,  -
			""")
	@DisplayName("tell their order only when all of them can be meant in one way")
	void guesses(String days, DayOrder order, String unclear) {
		DayGuess guess = new DayGuess();
		for (String day : days.split(" ")) {
			assertThat(guess.look(day)).isEqualTo(day);
		}
		assertThat(guess.order()).isEqualTo(order);
		assertThat(guess.unclear()).isEqualTo(unclear);
	}

	private static String read(String file, Charset charset, Character separator, UnaryOperator<String> change)
			throws Exception {
		try (InputStream input = days(new ByteArrayInputStream(file.getBytes(charset)), charset, separator, change)) {
			return new String(input.readAllBytes(), charset);
		}
	}

	private static InputStream days(InputStream file, Charset charset, Character separator,
			UnaryOperator<String> change) throws IOException {
		return new DayInput(file, charset, separator, "born"::equals, change);
	}

}
