package io.contacthub.samples.desk.move;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ImportFolder}.
 */
@DisplayName("The folder of imports")
class ImportFolderTests {

	@Test
	@DisplayName("of a process that has crashed is deleted after a time, and that of one that runs is not")
	void deletesLeftFolders(@TempDir Path parent) throws Exception {
		Path left = new ImportFolder(parent).add();
		Path recent = new ImportFolder(parent).add();
		Path other = Files.createDirectory(parent.resolve("other"));
		ImportFolder running = new ImportFolder(parent);
		Path own = running.add();
		FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
		for (Path folder : new Path[] { left.getParent(), own.getParent(), other }) {
			Files.setLastModifiedTime(folder, old);
		}
		running.tidy(Duration.ofHours(1));
		assertThat(left.getParent()).doesNotExist();
		assertThat(recent).isDirectory();
		assertThat(own).isDirectory();
		assertThat(other).isDirectory();
	}

	@Test
	@DisplayName("is made again when it was taken away")
	void isMadeAgain(@TempDir Path parent) throws Exception {
		ImportFolder folder = new ImportFolder(parent);
		FileSystemUtils.deleteRecursively(folder.add().getParent());
		assertThat(folder.add()).isDirectory();
	}

}
