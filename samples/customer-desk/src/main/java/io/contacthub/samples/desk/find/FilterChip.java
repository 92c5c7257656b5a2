package io.contacthub.samples.desk.find;

/**
 * One part of a filter, which can be taken away.
 *
 * @param code the code of the message that names the part
 * @param value what is looked for, as people read it
 * @param address the address of the list without the part
 */
record FilterChip(String code, String value, String address) {
}
