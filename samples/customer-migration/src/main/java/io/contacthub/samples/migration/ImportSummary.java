package io.contacthub.samples.migration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.format.DocumentReader;

/**
 * What people are told at the end of an import.
 */
final class ImportSummary {

	private static final Map<Kind, String> WORDS = words();

	private ImportSummary() {
	}

	private static Map<Kind, String> words() {
		Map<Kind, String> words = new EnumMap<>(Kind.class);
		words.put(Kind.CREATED, "created");
		words.put(Kind.UPDATED, "updated");
		words.put(Kind.UNCHANGED, "unchanged");
		words.put(Kind.ACCEPTED, "accepted");
		words.put(Kind.REFUSED, "refused");
		words.put(Kind.FAILED, "failed");
		return words;
	}

	static String of(ToLongFunction<Kind> counts, Progress progress, Path file, DocumentReader<?> reader) {
		List<String> parts = new ArrayList<>();
		long rows = 0;
		for (Map.Entry<Kind, String> word : WORDS.entrySet()) {
			long count = counts.applyAsLong(word.getKey());
			rows += count;
			if (count > 0) {
				parts.add(Progress.number(count) + ' ' + word.getValue());
			}
		}
		String ended = parts.isEmpty() ? "" : ": " + String.join(", ", parts);
		String unchecked = (reader.keysCheckedUpToLine() > 0)
				? "\nKeys were compared up to line " + Progress.number(reader.keysCheckedUpToLine()) + " only." : "";
		return file.getFileName() + ": " + Progress.quantity(rows, "rows") + ended + ", in "
				+ Progress.text(progress.elapsed()) + " (" + Progress.number(Math.round(progress.rate())) + "/s)."
				+ unchecked;
	}

}
