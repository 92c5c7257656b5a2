package io.contacthub.samples.desk.find;

/**
 * A part of a filter without which there are customers.
 *
 * @param chip the part
 * @param count how many customers there are without it
 */
record FilterHint(FilterChip chip, long count) {
}
