package io.contacthub.format;

import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Window on the bytes of an input: those that have been looked at and are not taken yet.
 * What is taken is counted, its lines too.
 */
final class ByteWindow {

	private static final int CHUNK = 1 << 16;

	private final InputSource source;

	private final CRC32C checksum = new CRC32C();

	private byte[] buffer = new byte[CHUNK];

	private int start;

	private int end;

	private boolean ended;

	private long bytes;

	private long line;

	ByteWindow(InputSource source) {
		this.source = source;
	}

	/**
	 * Look at a byte that is not taken yet.
	 * @param offset its distance from the first such byte
	 * @return the byte, or -1 behind the last one
	 */
	int peek(int offset) {
		while (this.start + offset >= this.end) {
			if (!fill()) {
				return -1;
			}
		}
		return this.buffer[this.start + offset] & 0xFF;
	}

	/**
	 * Return how many bytes are there without reading more.
	 */
	int length() {
		return this.end - this.start;
	}

	private boolean fill() {
		if (this.ended) {
			return false;
		}
		if (this.end == this.buffer.length) {
			int length = this.end - this.start;
			byte[] target = (length > this.buffer.length / 2) ? new byte[2 * this.buffer.length] : this.buffer;
			System.arraycopy(this.buffer, this.start, target, 0, length);
			this.buffer = target;
			this.start = 0;
			this.end = length;
		}
		int read = this.source.read(this.buffer, this.end, this.buffer.length - this.end, this.line + 1);
		this.ended = read < 0;
		this.end += Math.max(read, 0);
		return !this.ended;
	}

	/**
	 * Return the first bytes that are not taken yet.
	 */
	byte[] copy(int length) {
		return Arrays.copyOfRange(this.buffer, this.start, this.start + length);
	}

	/**
	 * Take bytes that have been looked at.
	 * @param length their number
	 * @param lines the number of ends of lines in them
	 */
	void take(int length, int lines) {
		this.checksum.update(this.buffer, this.start, length);
		this.start += length;
		this.bytes += length;
		this.line += lines;
		if (this.start == this.end && this.buffer.length > CHUNK) {
			this.buffer = new byte[CHUNK];
			this.start = 0;
			this.end = 0;
		}
	}

	/**
	 * Return how long the end of a line is.
	 * @return 0 where no line ends
	 */
	int lineEnd(int offset) {
		int character = peek(offset);
		if (character == '\n') {
			return 1;
		}
		if (character != '\r') {
			return 0;
		}
		return (peek(offset + 1) == '\n') ? 2 : 1;
	}

	long bytes() {
		return this.bytes;
	}

	/**
	 * Return the number of lines that have been taken.
	 */
	long line() {
		return this.line;
	}

	int checksum() {
		return (int) this.checksum.getValue();
	}

}
