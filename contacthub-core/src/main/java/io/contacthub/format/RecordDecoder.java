package io.contacthub.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.springframework.util.Assert;

/**
 * Decoder of the bytes of records, which takes no byte for another one.
 */
final class RecordDecoder {

	private static final int MOST_REFUSED = 100;

	private static final String SYNTAX = "\",;\t|#:\r\n";

	private final Charset charset;

	private final CharsetDecoder decoder;

	private final String remedy;

	private int refused;

	/**
	 * Create a decoder.
	 * @param charset the charset of the records
	 * @param remedy what to do about a record that is in another one
	 */
	RecordDecoder(Charset charset, String remedy) {
		this.charset = charset;
		this.remedy = remedy;
		this.decoder = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
	}

	/**
	 * Check that records in a charset can be told apart by their bytes.
	 */
	static Charset check(Charset charset) {
		Assert.notNull(charset, "charset is null: give UTF-8, or the charset of the file");
		boolean readable = charset.equals(StandardCharsets.UTF_8)
				|| (charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1
						&& charset.encode(SYNTAX).equals(StandardCharsets.US_ASCII.encode(SYNTAX)));
		Assert.isTrue(readable, () -> "charset is " + charset
				+ ", which is not read: convert the file to UTF-8, such as by iconv -f " + charset + " -t UTF-8");
		return charset;
	}

	/**
	 * Decode a record.
	 * @param bytes its bytes
	 * @return its text
	 * @throws RefusedRowException when a byte is no character
	 */
	String decode(byte[] bytes) throws RefusedRowException {
		ByteBuffer input = ByteBuffer.wrap(bytes);
		CharBuffer output = CharBuffer.allocate(bytes.length);
		CoderResult result = this.decoder.reset().decode(input, output, true);
		if (result.isError()) {
			this.refused += (this.refused >= 0) ? 1 : 0;
			throw new RefusedRowException("byte " + (input.position() + 1) + " of the row: 0x"
					+ String.format(Locale.ROOT, "%02X", bytes[input.position()]) + " is no " + this.charset + ": "
					+ this.remedy);
		}
		this.refused = -1;
		return output.flip().toString();
	}

	/**
	 * Return whether not one record was in the charset, of so many that none will be.
	 */
	boolean isHopeless() {
		return this.refused > MOST_REFUSED;
	}

	Charset charset() {
		return this.charset;
	}

}
