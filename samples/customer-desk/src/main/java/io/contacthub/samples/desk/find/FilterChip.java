package io.contacthub.samples.desk.find;

/**
 * One part of a filter, which can be taken away.
 *
 * @param name the name of the part
 * @param text what is looked for, as people read it
 * @param address the address of the list without the part
 */
record FilterChip(String name, String text, String address) {
}
