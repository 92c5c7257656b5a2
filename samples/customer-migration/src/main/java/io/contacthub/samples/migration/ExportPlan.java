package io.contacthub.samples.migration;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.contacthub.format.DocumentFormat;
import io.contacthub.json.ApiObject;

/**
 * What is to be exported, and how.
 *
 * @param <T> the type of the documents
 * @param unit what they are called
 * @param format how they are written
 * @param file where they are written, empty for the output
 * @param states keeps how far the export is, if it can go on
 * @param setup what it is begun with
 * @param stopped where it was stopped, if it goes on
 * @param progress how the progress is shown
 */
record ExportPlan<T extends ApiObject>(String unit, DocumentFormat<T> format, Optional<Path> file,
		Optional<StateFile<ExportState>> states, Map<String, String> setup, Optional<ExportState> stopped,
		ProgressDisplay.Mode progress) {

	/**
	 * Return what people call the place where they are written.
	 */
	String name() {
		return this.file.map((path) -> path.getFileName().toString()).orElse("the output");
	}

}
