package io.contacthub.format;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RecordSplitter} and what it splits.
 */
@DisplayName("Bytes are split into records")
class RecordSplitterTests {

	private static final int LIMIT = 1 << 20;

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	@DisplayName("at the ends of lines of any system, but not within quotes")
	void atEndsOfLines(String end) {
		String text = "h,i\n\na,\"b\n\"\"c\"\"\"\n\n\nd,e\n".replace("\n", end);
		assertThat(csv(text)).containsExactly("1: h,i", "3: a,\"b" + end + "\"\"c\"\"\"", "7: d,e");
		assertThat(csv(text.substring(0, text.length() - end.length()))).last().isEqualTo("7: d,e");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			5" tv,6"          ~ 1: 5" tv,6"
			 "a" ,b           ~ 1:  "a" ,b
			"",""             ~ 1: "",""
			"a,b",c           ~ 1: "a,b",c
			a,"b"c            ~ 1: a,"b"c !the quote that opens in line 1, cell 2 is closed before the end of the cell
			a,"b              ~ 1: a,"b !the quote that opens in line 1, cell 2 is not closed
			"a"b,"c           ~ 1: "a"b,"c !the quote that opens in line 1, cell 1 is closed before the end of the cell
			""", ignoreLeadingAndTrailingWhitespace = false)
	@DisplayName("where a quote opens at the beginning of a cell only")
	void whereQuotesOpen(String text, String expected) {
		assertThat(csv(text.stripTrailing())).singleElement()
			.asString()
			.startsWith(expected.substring(1).stripTrailing());
	}

	@Test
	@DisplayName("so that wrong quotes refuse one line, and the next one is read")
	void refusesOneLine() {
		assertThat(csv("h,i\n1,\"a\n2,b\n3,\"c\"x\n4,d\n")).satisfiesExactly(
				(line) -> assertThat(line).isEqualTo("1: h,i"),
				(line) -> assertThat(line).startsWith("2: 1,\"a !the quote that opens in line 2, cell 2"),
				(line) -> assertThat(line).isEqualTo("3: 2,b"),
				(line) -> assertThat(line).startsWith("4: 3,\"c\"x !the quote that opens in line 4, cell 2"),
				(line) -> assertThat(line).isEqualTo("5: 4,d"));
		assertThat(csv("1,\"a\nb\",\"c\nd\"e\nf,g")).element(0)
			.asString()
			.startsWith("1: 1,\"a !the quote that opens in line 2, cell 3");
	}

	@Test
	@DisplayName("the same wherever a buffer or a read ends")
	void whereverReadsEnd() {
		String record = "1,\"a\r\n\"\"b\"\"\",c\r\n2,\"\u20ac\"x\r\n\r\n";
		for (int padding = (1 << 16) - 40; padding < (1 << 16) + 5; padding++) {
			String text = "x".repeat(padding) + "\r\n" + record;
			assertThat(csv(text)).as("padding " + padding).hasSize(3).element(1).isEqualTo("2: 1,\"a\r\n\"\"b\"\"\",c");
		}
		byte[] bytes = record.repeat(50).getBytes(StandardCharsets.UTF_8);
		assertThat(records(quoted(new Slow(bytes)))).isEqualTo(csv(record.repeat(50))).hasSize(100);
	}

	@Test
	@DisplayName("none of which is too long for the memory")
	void refusesLongRecords() {
		QuotedSplitter splitter = new QuotedSplitter(source("h,i\n" + "x".repeat(100) + ",y\nz,z"), 100);
		assertThat(splitter.next()).isNotNull();
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(splitter::next)
			.withMessage("test.csv has more than 100 bytes in the row that begins at line 2: is it the right file?"
					+ " Else allow longer rows")
			.satisfies((ex) -> assertThat(ex.line()).isEqualTo(2));
		LineSplitter lines = new LineSplitter(source("{}\n{\"a\":\"" + "x".repeat(100)), 100);
		assertThat(lines.next()).isNotNull();
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(lines::next);
		QuotedSplitter open = new QuotedSplitter(source("1,\"" + "x\n".repeat(100) + "\"\nz,z"), 100);
		assertThat(open.next()).isNotNull().satisfies((row) -> assertThat(row.fault()).contains("is not closed"));
		assertThat(open.next()).isNotNull().satisfies((row) -> assertThat(row.line()).isEqualTo(2));
	}

	@Test
	@DisplayName("in time that grows with their number, whatever the quotes")
	void inTime() {
		String line = "x\",\"\n";
		QuotedSplitter splitter = new QuotedSplitter(source("h,i\n" + line.repeat(100_000)), 1 << 16);
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> records(splitter))
			.withMessageContaining("has too many quotes that are not closed");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			FF FE 61 00,          is in UTF-16: save it as UTF-8
			FE FF 00 61,          is in UTF-16: save it as UTF-8
			61 00 62 00,          is no text in UTF-8
			50 4B 03 04,          is no text but an archive
			1F 8B 08 00,          is compressed by gzip
			""")
	@DisplayName("unless they are no text")
	void refusesOtherFiles(String hex, String message) {
		byte[] bytes = new byte[(hex.length() + 1) / 3];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) Integer.parseInt(hex.substring(3 * i, 3 * i + 2), 16);
		}
		LineSplitter splitter = new LineSplitter(InputSource.of(new ByteArrayInputStream(bytes), "test.csv"), LIMIT);
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(splitter::begin)
			.withMessageStartingWith("test.csv " + message);
	}

	@Test
	@DisplayName("that together are all bytes but blank lines, of random documents too")
	void losesNothing() {
		Random random = new Random(17);
		for (int i = 0; i < 3000; i++) {
			String text = random.ints(random.nextInt(40), 0, 7)
				.mapToObj((choice) -> String.valueOf("a\",\n\r;#".charAt(choice)))
				.reduce("", String::concat);
			QuotedSplitter splitter = quoted(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
			StringBuilder joined = new StringBuilder();
			for (RawRecord row = splitter.next(); row != null; row = splitter.next()) {
				joined.append(text(row));
			}
			assertThat(joined.toString().replaceAll("[\r\n]", "")).as(text).isEqualTo(text.replaceAll("[\r\n]", ""));
			assertThat(splitter.position(0).bytes()).isEqualTo(text.length());
			long ends = text.replace("\r\n", "\n").chars().filter((end) -> end == '\n' || end == '\r').count();
			assertThat(splitter.position(0).line()).isEqualTo(ends);
		}
	}

	@Test
	@DisplayName("of JSON Lines without comments and blank lines")
	void ofJsonLines() {
		LineSplitter splitter = new LineSplitter(source("\uFEFF# line 1\n{\"a\":\n \t\r\n#\"\r\"quoted\n\r\n  {}"),
				LIMIT);
		splitter.begin();
		assertThat(splitter.isMarked()).isTrue();
		assertThat(records(splitter)).containsExactly("2: {\"a\":", "5: \"quoted", "7:   {}");
	}

	@Test
	@DisplayName("without what was written before them when they were refused")
	void withoutReason() {
		QuotedSplitter splitter = new QuotedSplitter(source("5,\"why, \"\"so\"\"\",a,\"b\n6,\"x\",\"a\nb\",c\n7\n"),
				LIMIT);
		splitter.setLeading(2);
		List<String> bodies = new ArrayList<>();
		for (RawRecord row = splitter.next(); row != null; row = splitter.next()) {
			bodies.add(text(row).substring(row.body()));
		}
		assertThat(bodies).containsExactly("a,\"b", "\"a\nb\",c", "7");
	}

	@Test
	@DisplayName("separated by what the first line has most of, outside quotes")
	void countsOutsideQuotes() {
		QuotedSplitter splitter = new QuotedSplitter(source("\n\"a,b,c\";d;e\nf,g,h,i"), LIMIT);
		assertThat(splitter.count(',')).isZero();
		assertThat(splitter.count(';')).isEqualTo(2);
		assertThat(splitter.next()).isNotNull().satisfies((row) -> assertThat(row.line()).isEqualTo(2));
	}

	private static InputSource source(String text) {
		return InputSource.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.csv");
	}

	private static QuotedSplitter quoted(InputStream input) {
		return new QuotedSplitter(InputSource.of(input, "test.csv"), LIMIT);
	}

	private static List<String> csv(String text) {
		return records(quoted(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
	}

	private static List<String> records(RecordSplitter splitter) {
		List<String> records = new ArrayList<>();
		for (@Nullable
		RawRecord row = splitter.next(); row != null; row = splitter.next()) {
			records.add(row.line() + ": " + text(row) + ((row.fault() != null) ? " !" + row.fault() : ""));
		}
		return records;
	}

	private static String text(RawRecord row) {
		return new String(row.bytes(), StandardCharsets.UTF_8);
	}

	/**
	 * Stream that gives one byte at a time.
	 */
	private static final class Slow extends FilterInputStream {

		Slow(byte[] bytes) {
			super(new ByteArrayInputStream(bytes));
		}

		@Override
		public int read(byte[] buffer, int from, int length) throws IOException {
			return super.read(buffer, from, Math.min(length, 1));
		}

	}

}
