package io.contacthub.samples.desk.overview;

/**
 * How many customers have something in common.
 *
 * @param name what they have in common, such as the name of a city
 * @param count how many they are
 */
record Share(String name, long count) {
}
