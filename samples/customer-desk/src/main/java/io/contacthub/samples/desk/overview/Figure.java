package io.contacthub.samples.desk.overview;

import io.contacthub.samples.desk.panel.Panel;

/**
 * A number of the overview.
 *
 * @param code the code of the words for what was counted
 * @param address the list of what was counted, {@code null} when there is none
 * @param count the number
 */
record Figure(String code, String address, Panel<Long> count) {
}
