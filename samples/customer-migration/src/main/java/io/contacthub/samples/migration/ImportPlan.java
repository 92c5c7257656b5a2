package io.contacthub.samples.migration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.contacthub.format.DocumentFormat;
import io.contacthub.json.ApiObject;

/**
 * What is to be imported, and how.
 *
 * @param <T> the type of the documents
 * @param file the file
 * @param format how it is read
 * @param refused takes the rows that are refused
 * @param states keeps how far the import is
 * @param stopped where it was stopped, if it goes on
 * @param lookahead how many rows may be sent before that is written down once more
 * @param indexLag how long to wait before customers that may have been sent are looked
 * up, since ContactHub's lists are behind
 * @param maxRefused after how many refused rows to stop
 * @param progress how the progress is shown
 */
record ImportPlan<T extends ApiObject>(Path file, DocumentFormat<T> format, Path refused, StateFile<ImportState> states,
		Optional<ImportState> stopped, int lookahead, Duration indexLag, Optional<Long> maxRefused,
		ProgressDisplay.Mode progress) {

}
