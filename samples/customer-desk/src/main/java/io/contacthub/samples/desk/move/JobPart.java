package io.contacthub.samples.desk.move;

import java.util.Locale;

/**
 * Rows of a file that are in a file of their own after its import.
 */
enum JobPart {

	/**
	 * Those that were not imported.
	 */
	REFUSED {
		@Override
		long count(ImportProgress progress) {
			return progress.left();
		}
	},

	/**
	 * Those that may have been stored: nobody knows.
	 */
	UNKNOWN {
		@Override
		long count(ImportProgress progress) {
			return progress.unknown();
		}
	};

	abstract long count(ImportProgress progress);

	/**
	 * Return its name in addresses and in names of files.
	 */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

}
