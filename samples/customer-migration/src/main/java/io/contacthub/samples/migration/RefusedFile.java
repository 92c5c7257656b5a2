package io.contacthub.samples.migration;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.contacthub.format.DocumentReader;
import io.contacthub.format.RefusalWriter;
import io.contacthub.format.Row;

/**
 * The file of the rows that were refused, which is there once there is one. It can be
 * mended, and imported as it is.
 */
final class RefusedFile implements Closeable {

	private final Path path;

	private final DocumentReader<?> reader;

	private long length;

	private FileChannel channel;

	private RefusalWriter writer;

	/**
	 * Begin or continue a file.
	 * @param path the file
	 * @param reader where the rows come from
	 * @param length how much of it is kept
	 */
	RefusedFile(Path path, DocumentReader<?> reader, long length) {
		this.path = path;
		this.reader = reader;
		this.length = length;
	}

	/**
	 * Return where the refused rows of a file go: {@code customers.refused.csv} for
	 * {@code customers.csv}, and not through gzip.
	 */
	static Path beside(Path file) {
		return beside(file, ".refused");
	}

	/**
	 * Return where a dry run writes the rows that would be refused, which is its own:
	 * what an import has refused stays.
	 */
	static Path ofDryRun(Path file) {
		return beside(file, ".dry-run.refused");
	}

	private static Path beside(Path file, String infix) {
		String name = file.getFileName().toString();
		boolean compressed = name.endsWith(".gz");
		String plain = compressed ? name.substring(0, name.length() - ".gz".length()) : name;
		// customers.csv may be there, too
		String marked = (compressed ? ".gz" : "") + infix;
		int extension = plain.lastIndexOf('.');
		return file.resolveSibling(
				(extension < 0) ? plain + marked : plain.substring(0, extension) + marked + plain.substring(extension));
	}

	/**
	 * Return whether there is a file that would be lost; devices take anything.
	 */
	static boolean isTaken(Path path) {
		return Files.isRegularFile(path);
	}

	/**
	 * Leave what is there of an earlier run and was not kept.
	 */
	void discardRest() throws IOException {
		if (this.length == 0) {
			if (Files.isRegularFile(this.path)) {
				Files.delete(this.path);
			}
		}
		else if (Files.isRegularFile(this.path) && Files.size(this.path) >= this.length) {
			open();
		}
		else {
			throw new MigrationException(ExitCode.USAGE, this.path + " is not what it was when the import was stopped: "
					+ "put it back, or begin again with --restart.");
		}
	}

	void write(Row<?> row, String reason) throws IOException {
		open();
		this.writer.write(row, reason);
	}

	private void open() throws IOException {
		if (this.writer == null) {
			this.channel = FileChannel.open(this.path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (Files.isRegularFile(this.path)) {
				this.channel.truncate(this.length).position(this.length);
			}
			this.writer = this.reader.refusals(Channels.newOutputStream(this.channel), this.length > 0);
		}
	}

	/**
	 * Have everything in the file.
	 * @return the length of the file
	 */
	long flush(boolean durably) throws IOException {
		if (this.writer != null) {
			this.writer.flush();
			if (Files.isRegularFile(this.path)) {
				if (durably) {
					this.channel.force(false);
				}
				this.length = this.channel.position();
			}
		}
		return this.length;
	}

	/**
	 * Return the length of the file after it was flushed last.
	 */
	long length() {
		return this.length;
	}

	/**
	 * Cut off what was written after it was flushed last, and perhaps in part only. Where
	 * that fails, it is cut off when the import goes on.
	 */
	void cutBack() {
		try {
			if (this.channel != null && Files.isRegularFile(this.path)) {
				this.channel.truncate(this.length);
			}
		}
		catch (IOException ignored) {
			// the state says what counts
		}
	}

	Path path() {
		return this.path;
	}

	@Override
	public void close() throws IOException {
		if (this.channel != null) {
			this.channel.close();
		}
	}

}
