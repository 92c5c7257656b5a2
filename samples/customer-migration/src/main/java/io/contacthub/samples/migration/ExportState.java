package io.contacthub.samples.migration;

import java.util.Map;

/**
 * Where an export is.
 *
 * @param setup what it was begun with, by the names of the options
 * @param position the position after the last customer that is written
 * @param customers how many are written
 * @param bytes the length of the file with them
 */
record ExportState(Map<String, String> setup, String position, long customers, long bytes) {

}
