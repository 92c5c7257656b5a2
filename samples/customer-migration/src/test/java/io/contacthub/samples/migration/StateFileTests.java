package io.contacthub.samples.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StateFile}.
 */
@DisplayName("The state of an import")
class StateFileTests {

	private static final ImportState STATE = new ImportState(Map.of("--mode", "upsert"), "12:13:400:7", 512,
			List.of(20L, 22L), Map.of("CREATED", 11L, "REFUSED", 1L), 99, Instant.parse("2026-11-26T19:00:00Z"));

	@TempDir
	private Path folder;

	@Test
	@DisplayName("is absent at first, read as it was written, and gone when it is deleted")
	void writesAndReads() {
		StateFile<ImportState> file = file("a.import-state.json");
		assertThat(file.read()).isEmpty();
		file.write(STATE, true);
		assertThat(file.read()).contains(STATE);
		file.delete();
		assertThat(file.read()).isEmpty();
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	@DisplayName("is the one before when the process ended while the next one was written")
	void survivesPart() throws Exception {
		StateFile<ImportState> file = file("a.import-state.json");
		file.write(STATE, true);
		Files.writeString(this.folder.resolve("a.import-state.json.part"), "{\"setup\":");
		assertThat(file.read()).contains(STATE);
		file.write(STATE, true);
		assertThat(this.folder).isDirectoryContaining("glob:**a.import-state.json")
			.isDirectoryNotContaining("glob:**.part");
	}

	@Test
	@DisplayName("is not taken for one when it is something else")
	void refusesOthers() throws Exception {
		Files.writeString(this.folder.resolve("a.json"), "no state");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(file("a.json")::read)
			.withMessageContaining("a.json is no state of an import or export")
			.matches((ex) -> ex.exitCode() == ExitCode.USAGE);
	}

	@Test
	@DisplayName("tells a folder that is not there")
	void tellsMissingFolder() {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> file("none/a.json").write(STATE, true))
			.withMessageContaining("a.json cannot be written (there is no such folder or file): ")
			.matches((ex) -> ex.exitCode() == ExitCode.UNWRITABLE);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	@DisplayName("tells that the disk is full, and the one before remains")
	void tellsFullDisk() throws Exception {
		StateFile<ImportState> file = file("a.json");
		file.write(STATE, true);
		Files.createSymbolicLink(this.folder.resolve("a.json.part"), Path.of("/dev/full"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> file.write(STATE, true))
			.withMessageContaining("a.json cannot be written (No space left on device): free space");
		assertThat(file.read()).contains(STATE);
	}

	@Test
	@DisplayName("goes on with what it was begun with only")
	void checksSetup() {
		MigrationException.checkSame(STATE.setup(), Map.of("--mode", "upsert"));
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> MigrationException.checkSame(STATE.setup(), Map.of("--mode", "insert")))
			.withMessage("It was begun with --mode upsert and not insert: go on with the same, "
					+ "or begin again with --restart.");
	}

	private StateFile<ImportState> file(String name) {
		return new StateFile<>(this.folder.resolve(name), ImportState.class);
	}

}
