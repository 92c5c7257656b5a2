package io.contacthub.samples.desk.move;

/**
 * Column of a file, and what it is read as.
 *
 * @param heading its heading in the file
 * @param field the path of its field, blank when it is left out
 */
record ColumnChoice(String heading, String field) {

}
