package io.contacthub.emulator.program;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Finder of the name that was meant by a misspelt one.
 */
final class NearestName {

	private NearestName() {
	}

	/**
	 * Find the name that becomes the misspelt one by the fewest changes of a letter.
	 */
	static String of(String misspelt, Stream<String> names) {
		return names.min(Comparator.comparingInt((name) -> distance(misspelt, name))).orElseThrow();
	}

	/**
	 * Levenshtein's distance.
	 */
	private static int distance(String from, String to) {
		int[] row = new int[to.length() + 1];
		for (int j = 0; j <= to.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= from.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= to.length(); j++) {
				int replaced = diagonal + ((from.charAt(i - 1) == to.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[to.length()];
	}

}
