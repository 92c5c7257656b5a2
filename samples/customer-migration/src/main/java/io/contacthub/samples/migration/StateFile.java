package io.contacthub.samples.migration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file from which a command goes on after it was stopped, however it was. At any moment
 * it holds a whole state, since it is written beside its place and then moved there.
 *
 * @param <S> the state, a record
 */
final class StateFile<S> {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path path;

	private final Class<S> type;

	StateFile(Path path, Class<S> type) {
		this.path = path;
		this.type = type;
	}

	/**
	 * Read the state.
	 * @return empty when there is no file
	 * @throws MigrationException when there is one that is no state
	 */
	Optional<S> read() {
		try {
			return Files.exists(this.path) ? Optional.of(JSON.readValue(Files.readAllBytes(this.path), this.type))
					: Optional.empty();
		}
		catch (IOException | JacksonException ex) {
			throw new MigrationException(ExitCode.USAGE, this.path
					+ " is no state of an import or export that this program can read: delete it, or name another by --state.",
					ex);
		}
	}

	/**
	 * Write the state.
	 * @param durably whether to wait until the disk has it, in case the machine fails and
	 * not only the process
	 * @throws MigrationException when it cannot be written; then the one before remains
	 */
	void write(S state, boolean durably) {
		Path part = this.path.resolveSibling(this.path.getFileName() + ".part");
		try {
			try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING)) {
				ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(state));
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				if (durably) {
					channel.force(false);
				}
			}
			Files.move(part, this.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new MigrationException(ExitCode.UNWRITABLE, this.path + " cannot be written (" + IoFailure.reason(ex)
					+ "): free space there, or name another place by --state.", ex);
		}
	}

	void delete() {
		try {
			Files.deleteIfExists(this.path);
		}
		catch (IOException ex) {
			throw new MigrationException(ExitCode.UNWRITABLE,
					this.path + " cannot be deleted (" + IoFailure.reason(ex) + "): delete it, the work is done.", ex);
		}
	}

	Path path() {
		return this.path;
	}

}
