package io.contacthub.samples.desk.move;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The folder of this process for the files of imports. A process that runs dates it anew
 * all the time, so that others can tell those that a crash has left.
 */
final class ImportFolder {

	private static final Log logger = LogFactory.getLog(ImportFolder.class);

	private static final String PREFIX = "customer-desk-import-";

	/**
	 * How long a process that runs may be held up.
	 */
	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

	private final Path parent;

	private Path path;

	/**
	 * Create the folder, once it is needed.
	 * @param parent where it is
	 */
	ImportFolder(Path parent) {
		this.parent = parent;
	}

	/**
	 * Make a folder for one import. What cleans folders of temporary files may have taken
	 * the one of this process away.
	 */
	synchronized Path add() throws IOException {
		if (this.path == null || !Files.isDirectory(this.path)) {
			this.path = Files.createTempDirectory(this.parent, PREFIX);
		}
		return Files.createTempDirectory(this.path, "file-");
	}

	/**
	 * Date this folder anew, and delete those that no process dates any more.
	 * @param keep how long they are kept
	 */
	synchronized void tidy(Duration keep) {
		Instant limit = Instant.now().minus(keep).minus(LONGEST_PAUSE);
		try {
			if (this.path != null && Files.isDirectory(this.path)) {
				Files.setLastModifiedTime(this.path, FileTime.from(Instant.now()));
			}
			try (DirectoryStream<Path> folders = Files.newDirectoryStream(this.parent, PREFIX + "*")) {
				folders.forEach((folder) -> deleteLeft(folder, limit));
			}
		}
		catch (IOException | DirectoryIteratorException ex) {
			logger.debug("The folders of imports could not be looked through", ex);
		}
	}

	/**
	 * Delete a folder that no process dates any more, unless it is another user's, or
	 * another process is just deleting it.
	 */
	private static void deleteLeft(Path folder, Instant limit) {
		try {
			if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && Files.isWritable(folder)
					&& Files.getLastModifiedTime(folder).toInstant().isBefore(limit)) {
				FileSystemUtils.deleteRecursively(folder);
			}
		}
		catch (IOException ex) {
			logger.debug("A folder that was left could not be deleted", ex);
		}
	}

	synchronized void delete() {
		if (this.path != null) {
			delete(this.path);
		}
	}

	static void delete(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			logger.warn("The files of an import could not be deleted", ex);
		}
	}

}
