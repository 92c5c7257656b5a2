package io.contacthub.samples.desk.find;

/**
 * Filter that is kept under a name: a segment of the workspace.
 *
 * @param id the id of the segment
 * @param name its name
 */
record SavedFilter(String id, String name) {
}
