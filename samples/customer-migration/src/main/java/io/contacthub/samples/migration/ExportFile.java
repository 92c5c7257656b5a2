package io.contacthub.samples.migration;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/**
 * The file of an export, which has its name only when it is whole.
 */
final class ExportFile implements Closeable {

	private final Path file;

	private final FileChannel channel;

	private final OutputStream output;

	private ExportFile(Path file, FileChannel channel, OutputStream output) {
		this.file = file;
		this.channel = channel;
		this.output = output;
	}

	/**
	 * Open the file as far as it is written.
	 * @param file the file
	 * @param length the length that it has, if it goes on
	 */
	static ExportFile open(Path file, long length) throws IOException {
		FileChannel channel = FileChannel.open(part(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		if (channel.size() < length) {
			channel.close();
			throw new MigrationException(ExitCode.USAGE,
					part(file) + " is not what it was when the export was stopped: "
							+ "put it back, or begin again with --restart.");
		}
		channel.truncate(length).position(length);
		OutputStream output = new BufferedOutputStream(Channels.newOutputStream(channel));
		return new ExportFile(file, channel, isCompressed(file) ? new GZIPOutputStream(output, 8192, true) : output);
	}

	private static Path part(Path file) {
		return file.resolveSibling(file.getFileName() + ".part");
	}

	static boolean isCompressed(Path file) {
		return file.getFileName().toString().endsWith(".gz");
	}

	/**
	 * Return the length that is written.
	 */
	long length() throws IOException {
		return this.channel.position();
	}

	OutputStream output() {
		return this.output;
	}

	/**
	 * Give the file its name.
	 */
	void finish() throws IOException {
		this.output.close();
		Files.move(part(this.file), this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
