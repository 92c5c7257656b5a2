package io.contacthub.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What the first workspace of an emulator holds when it starts, and after each reset.
 */
final class InitialContent {

	private final int customers;

	private final @Nullable Long seed;

	private final List<Path> files;

	InitialContent(EmulatorOptions options) {
		this.customers = options.customers;
		this.seed = options.seed;
		this.files = options.data;
	}

	/**
	 * Read the files.
	 * @return fills an emulator that is empty
	 * @throws IllegalArgumentException if one cannot be read, with its name
	 */
	Consumer<EmulatedApi> read() {
		List<List<SeedDocument>> documents = this.files.stream().map(InitialContent::read).toList();
		return (api) -> fill(api, documents);
	}

	private static List<SeedDocument> read(Path file) {
		List<SeedDocument> documents = new ArrayList<>();
		named(file, () -> {
			try (InputStream stream = Files.newInputStream(file)) {
				documents.addAll(SeedReader.read(stream));
			}
		});
		return documents;
	}

	private void fill(EmulatedApi api, List<List<SeedDocument>> documents) {
		EmulatedWorkspace workspace = api.workspaceOrFirst(null);
		if (this.seed != null) {
			workspace.populate(this.customers, this.seed);
		}
		else {
			workspace.populate(this.customers);
		}
		for (int index = 0; index < documents.size(); index++) {
			List<SeedDocument> content = documents.get(index);
			named(this.files.get(index), () -> api.seed(workspace, content));
		}
	}

	/**
	 * Do something with a file that is named where it fails.
	 */
	private static void named(Path file, FileAction action) {
		try {
			action.run();
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(file + ", " + ex.getMessage(), ex);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(file + " cannot be read: " + ex, ex);
		}
	}

	/**
	 * What reads or loads a file.
	 */
	private interface FileAction {

		void run() throws IOException;

	}

}
