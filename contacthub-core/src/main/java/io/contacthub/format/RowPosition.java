package io.contacthub.format;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * Place in a file between two rows, at which reading can be resumed.
 *
 * @param rows the number of rows before it
 * @param line the number of the last line before it
 * @param bytes the number of bytes before it, uncompressed
 * @param checksum the CRC-32C of these bytes, by which another file is noticed
 */
public record RowPosition(long rows, long line, long bytes, int checksum) implements Serializable {

	/**
	 * The place before the first row.
	 */
	public static final RowPosition START = new RowPosition(0, 0, 0, 0);

	private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{1,18})-([0-9a-f]{1,8})");

	/**
	 * Return the position as a text, to be kept by whoever will resume.
	 * @return a short text, which {@link #parse} reads
	 */
	public String toText() {
		return this.rows + "-" + this.line + "-" + this.bytes + "-" + Integer.toHexString(this.checksum);
	}

	/**
	 * Read a position.
	 * @param text what {@link #toText()} gave
	 * @return the position
	 * @throws IllegalArgumentException when the text is no position
	 */
	public static RowPosition parse(String text) {
		Assert.notNull(text, "text is null: give what toText() gave");
		Matcher matcher = TEXT.matcher(text);
		Assert.isTrue(matcher.matches(), () -> "'" + text + "' is no position: give what toText() gave");
		return new RowPosition(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)),
				Long.parseLong(matcher.group(3)), Integer.parseUnsignedInt(matcher.group(4), 16));
	}

}
