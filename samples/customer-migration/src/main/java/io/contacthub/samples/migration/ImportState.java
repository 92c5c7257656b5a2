package io.contacthub.samples.migration;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Where an import is.
 *
 * @param setup what it was begun with, by the names of the options: it goes on with the
 * same
 * @param settled the position up to which each row has been decided and, if it was
 * refused, reported
 * @param sent the number of the last row that may have been sent
 * @param done the numbers of rows behind that position that have been decided as well
 * @param counts how many rows ended how
 * @param refusedBytes the length of the file of refused rows
 * @param time when this was so
 */
record ImportState(Map<String, String> setup, String settled, long sent, List<Long> done, Map<String, Long> counts,
		long refusedBytes, Instant time) {

}
