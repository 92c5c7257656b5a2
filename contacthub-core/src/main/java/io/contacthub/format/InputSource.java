package io.contacthub.format;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Bytes of a file or a stream. A file is read as far as it was long when it was opened,
 * and knows whether it has changed since.
 */
final class InputSource implements Closeable {

	private final String name;

	private final @Nullable Path file;

	private final long size;

	private final @Nullable FileTime modified;

	private final CountingInput counting;

	private final InputStream input;

	private InputSource(InputStream input, String name, @Nullable Path file, boolean compressed) throws IOException {
		this.name = name;
		this.file = file;
		this.size = (file != null) ? Files.size(file) : Long.MAX_VALUE;
		this.modified = (file != null) ? Files.getLastModifiedTime(file) : null;
		this.counting = new CountingInput(input, this.size);
		this.input = (compressed && this.size > 0) ? new WholeGzipInput(this.counting) : this.counting;
	}

	static InputSource of(Path file) {
		Assert.notNull(file, "file is null: give the path of the file");
		Path name = file.getFileName();
		String shown = (name != null) ? name.toString() : file.toString();
		if (Files.isDirectory(file)) {
			throw new UnreadableFileException(file + " is a folder: give a file", 0);
		}
		InputStream input = open(file);
		try {
			return new InputSource(input, shown, Files.isRegularFile(file) ? file : null, isCompressed(file));
		}
		catch (IOException ex) {
			closeQuietly(input);
			throw unreadable(shown, 0, ex);
		}
	}

	private static InputStream open(Path file) {
		try {
			return Files.newInputStream(file);
		}
		catch (NoSuchFileException ex) {
			throw new UnreadableFileException(file + " does not exist", 0, ex);
		}
		catch (IOException ex) {
			throw unreadable(file.toString(), 0, ex);
		}
	}

	private static void closeQuietly(InputStream input) {
		try {
			input.close();
		}
		catch (IOException ex) {
			// what is wrong with the file is told already
		}
	}

	static InputSource of(InputStream input, String name) {
		Assert.notNull(input, "input is null: give the stream");
		Assert.hasText(name, "name is blank: give what messages shall call the stream");
		try {
			return new InputSource(input, name, null, false);
		}
		catch (IOException ex) {
			throw unreadable(name, 0, ex);
		}
	}

	/**
	 * Return whether the name of a file says that it is compressed.
	 */
	static boolean isCompressed(Path file) {
		return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
	}

	String name() {
		return this.name;
	}

	/**
	 * Begin to read, and close the input when it cannot be read.
	 * @param <R> the type of what is read
	 */
	<R> R begin(Supplier<R> beginning) {
		boolean begun = false;
		try {
			R result = beginning.get();
			begun = true;
			return result;
		}
		finally {
			if (!begun) {
				closeQuietly(this.input);
			}
		}
	}

	/**
	 * Read what there is, at least one byte.
	 * @param line the line that is read, for messages
	 * @return the number of bytes, or -1 at the end
	 */
	int read(byte[] buffer, int from, int length, long line) {
		try {
			return this.input.read(buffer, from, length);
		}
		catch (IOException ex) {
			throw unreadable(this.name, line, ex);
		}
	}

	private static UnreadableFileException unreadable(String name, long line, IOException ex) {
		String where = (line > 0) ? " from line " + line + " on" : "";
		if (ex instanceof EOFException) {
			return new UnreadableFileException(name + " cannot be read" + where + ": the compressed file is cut", line,
					ex);
		}
		if (ex instanceof ZipException) {
			return new UnreadableFileException(
					name + " cannot be read" + where + ": it is not, or not wholly, compressed by gzip", line, ex);
		}
		return new UnreadableFileException(name + " cannot be read" + where + ": " + ex.getMessage(), line, ex);
	}

	/**
	 * Return how the file has changed since it was opened.
	 * @return the end of a sentence that begins with its name, or {@code null} when it
	 * has not, or is no file
	 */
	@Nullable String change() {
		if (this.file == null) {
			return null;
		}
		try {
			long now = Files.size(this.file);
			if (now != this.size) {
				return "has " + ((now > this.size) ? "grown" : "shrunk") + " from " + this.size + " to " + now
						+ " bytes while it was read";
			}
			return Files.getLastModifiedTime(this.file).equals(this.modified) ? null
					: "has been changed while it was read";
		}
		catch (IOException ex) {
			return "is no longer there";
		}
	}

	/**
	 * Return how many bytes have been read, of a compressed file compressed ones.
	 */
	long bytesRead() {
		return this.counting.count;
	}

	OptionalLong bytesTotal() {
		return (this.file != null) ? OptionalLong.of(this.size) : OptionalLong.empty();
	}

	@Override
	public void close() throws IOException {
		this.input.close();
	}

	/**
	 * Stream that counts, and ends where the file ended when it was opened.
	 */
	private static final class CountingInput extends FilterInputStream {

		private final long end;

		private volatile long count;

		CountingInput(InputStream input, long end) {
			super(input);
			this.end = end;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] buffer, int from, int length) throws IOException {
			long before = this.count;
			int most = (int) Math.min(length, this.end - before);
			int read = (most > 0 || length == 0) ? this.in.read(buffer, from, most) : -1;
			if (read > 0) {
				this.count = before + read;
			}
			return read;
		}

		/**
		 * That of the file would tell of what it has grown by.
		 */
		@Override
		public int available() throws IOException {
			return (int) Math.min(this.in.available(), this.end - this.count);
		}

	}

	/**
	 * Input that is compressed to its end. What is no further part of it, such as one
	 * that is cut, would be left out without a word.
	 */
	private static final class WholeGzipInput extends GZIPInputStream {

		private static final int TRAILER = 8;

		WholeGzipInput(InputStream input) throws IOException {
			super(input, 1 << 14);
		}

		@Override
		public int read(byte[] buffer, int from, int length) throws IOException {
			int read = super.read(buffer, from, length);
			if (read < 0 && (this.inf.getRemaining() > TRAILER || this.in.read() >= 0)) {
				throw new ZipException("There is more behind its end");
			}
			return read;
		}

	}

}
