package io.contacthub.samples.desk.layout;

/**
 * Part of the desk that the head of each page leads to.
 *
 * @param name the name, which is a part of the key of its words
 * @param address where it begins
 */
record Section(String name, String address) {

}
